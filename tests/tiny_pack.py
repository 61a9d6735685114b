"""A pack as small as a sound one can be, in memory."""

import io

import xlsxwriter

SCENARIO = """\
id = "tiny"
title_en = "Tiny"
title_cy = "Bach"
level = 1
years = 2
teams = 2
teams_most = 2

[rules]
needs_drawn_a_year = 1
needs_drawn_in_first_year = 1
suppliers_in_market = 3
projects = false
climate_events = false
track_records = false

[weights]
step_percent = 25
price = { min = 0, max = 75 }

[routes.joint]
on = false

[[category]]
id = "food"
title_en = "Food"
title_cy = "Bwyd"

[[subject]]
id = "meals"
title_en = "Meals"
title_cy = "Prydau"
factor = 0.26
"""
NEEDS = """\
id,title_en,title_cy,story_en,story_cy,category,subject,theme,estimate_gbp,term_years,carbon_kg,prosperous,resilient,healthier,equal,\
cohesive,culture,global,main_goal,urgency,urgency_goal,public,saving_gbp,cut_kg,source
lunch,Lunch,Cinio,Hot food.,Bwyd poeth.,food,meals,communities,60000,2,7800,1,0,2,0,0,0,0,healthier,1,healthier,yes,0,0,invented
fruit,Fruit,Ffrwythau,Every day.,Bob dydd.,food,meals,decarbonisation,30000,1,7800,0,1,1,0,0,0,1,resilient,1,resilient,no,0,0,invented
bread,Bread,Bara,Fresh.,Ffres.,food,meals,communities,45000,3,3900,1,0,0,1,1,0,0,equal,2,equal,no,0,0,invented
party,Party,Parti,Once a year.,Unwaith y flwyddyn.,food,meals,communities,20000,1,5200,0,0,0,0,2,2,0,culture,1,culture,yes,0,0,invented"""
SUPPLIERS = """\
id,name,kind,supported,categories,price_percent,quality,social,social_goal,carbon_percent,reputation,capacity,largest_gbp,local_percent,\
welsh,line_en,line_cy,source
oven,Oven,micro,no,food,100,4,3,culture,80,4,1,250000,85,yes,Warm.,Cynnes.,invented
plate,Plate,sme,yes,food,98,3,3,equal,100,4,2,500000,75,yes,Full.,Llawn.,invented
barn,Barn,regional,no,food,95,3,2,prosperous,100,4,3,900000,50,no,Large.,Mawr.,invented
globe,Globe,multinational,no,food,88,3,0,global,120,4,5,50000000,10,no,Huge.,Enfawr.,invented"""
EVENTS = """\
id,title_en,title_cy,story_en,story_cy,mark,effect_1,effect_2,effect_3,effect_4,source
harvest,Harvest,Cynhaeaf,Plenty.,Digon.,0,price food -4,,,,invented
frost,Frost,Rhew,Little.,Ychydig.,0,price food 6,goal resilient -1,,,invented"""
COUNCILS = """\
id,name_en,name_cy,population,budget_gbp,grant_gbp,estate_kg,first_category,home,map_column,map_row,line_en,line_cy,source
east,East,Dwyrain,1000,90000,60000,1000,food,oven,0,0,Hills.,Bryniau.,invented
west,West,Gorllewin,1000,90000,60000,1000,food,plate,2,0,Sea.,Môr.,invented"""


def tiny_pack() -> dict[str, bytes]:
    """Its files, by their names. No cell holds a comma, so that a row is split at commas."""
    texts = {"scenario.toml": SCENARIO, "needs.csv": NEEDS, "suppliers.csv": SUPPLIERS, "events.csv": EVENTS, "councils.csv": COUNCILS}
    return {name: text.encode() for name, text in texts.items()}


def workbook_of(rows: list[list[str]]) -> bytes:
    """Rows as an Excel workbook, whole numbers as numbers."""
    data = io.BytesIO()
    with xlsxwriter.Workbook(data, {"strings_to_formulas": False, "strings_to_urls": False}) as book:
        sheet = book.add_worksheet()
        for number, cells in enumerate(rows):
            for place, cell in enumerate(cells):
                if cell.isascii() and cell.isdigit() and len(cell) < 12:
                    sheet.write_number(number, place, int(cell))
                elif cell:
                    sheet.write_string(number, place, cell[:32_000])
    return data.getvalue()
