"""The Welsh of the guide in a deck's workbook: what each deck and each column is. The English stands with the models.

To be read by a Welsh speaker, like the sentences under "check:" in the catalogue.
"""

DECKS = {
    "needs": "Anghenion: yr hyn y mae'n rhaid i'r cynghorau ei brynu",
    "suppliers": "Cyflenwyr: pwy sy'n gallu cynnig",
    "events": "Digwyddiadau: yr hyn a ddaw mewn blwyddyn, neu gyda marc carbon",
    "projects": "Prosiectau arloesi: yr hyn y gall cyngor ei ddechrau unwaith",
    "councils": "Cynghorau: sut mae'r timau'n wahanol i'w gilydd",
}
SHARED = {
    "id": "Ei enw i'r ffeiliau, yn wahanol i bob un arall yn y pentwr. Mae gemau a gadwyd yn dibynnu arno.",
    "title_cy": "Yr un peth yn Gymraeg.",
    "story_en": "Un neu ddwy frawddeg syml i'r cerdyn, yn Saesneg.",
    "story_cy": "Yr un peth yn Gymraeg.",
    "line_en": "Un llinell amdano i'r cerdyn, yn Saesneg.",
    "line_cy": "Yr un peth yn Gymraeg.",
    "source": "O ble y daw ffeithiau'r rhes, neu eu bod wedi'u dychmygu.",
}
"""Columns that mean the same in every deck."""
COLUMNS = {
    "needs": {
        "title_en": "Yr hyn a brynir, yn Saesneg, fel y mae ar y cerdyn.",
        "category": "Y math o angen: id categori yn scenario.toml. Dim ond cyflenwyr y categori hwn sy'n gallu cynnig.",
        "subject": "Ar beth y mae'r arian yn cael ei wario: id pwnc yn scenario.toml, sy'n rhoi'r ffactor carbon.",
        "theme": "Pa un o ddwy thema'r gêm y mae'n perthyn iddi.",
        "estimate_gbp": "Faint y disgwylir iddo ei gostio dros y tymor cyfan, mewn punnoedd.",
        "term_years": "Am faint o flynyddoedd y mae'r contract yn para.",
        "carbon_kg": "Allyriadau'r hen ffordd mewn blwyddyn, mewn kg CO2e. Yn wag: y gwariant blynyddol wedi'i luosi â ffactor y pwnc.",
        "prosperous": "Pwyntiau i Gymru lewyrchus ym mhob blwyddyn y caiff ei gyflawni.",
        "resilient": "Pwyntiau i Gymru gydnerth ym mhob blwyddyn y caiff ei gyflawni.",
        "healthier": "Pwyntiau i Gymru iachach ym mhob blwyddyn y caiff ei gyflawni.",
        "equal": "Pwyntiau i Gymru sy'n fwy cyfartal ym mhob blwyddyn y caiff ei gyflawni.",
        "cohesive": "Pwyntiau i gymunedau cydlynus ym mhob blwyddyn y caiff ei gyflawni.",
        "culture": "Pwyntiau i ddiwylliant a'r Gymraeg ym mhob blwyddyn y caiff ei gyflawni.",
        "global": "Pwyntiau i Gymru sy'n gyfrifol ar lefel fyd-eang ym mhob blwyddyn y caiff ei gyflawni.",
        "main_goal": "Y nod y mae yno er ei fwyn: mae ansawdd 5 yn ychwanegu pwynt ato mewn blwyddyn, ac ansawdd 1 neu 2 yn tynnu un.",
        "urgency": "Y pwyntiau y mae'r nod brys yn eu colli ym mhob blwyddyn y mae'r angen yn aros ar agor.",
        "urgency_goal": "Y nod sy'n dioddef tra bo'r angen ar agor.",
        "public": "A yw'r cyhoedd yn defnyddio'r gwasanaeth, fel bod rhaid ei ddarparu yn Gymraeg hefyd.",
        "saving_gbp": "Buddsoddi i arbed: yr hyn y mae'r cyngor yn ei arbed bob blwyddyn, am byth, ar ôl tymor y contract, mewn punnoedd.",
        "cut_kg": "Buddsoddi i arbed: faint yn llai y mae adeiladau'r cyngor yn ei allyrru bob blwyddyn, am byth, ar ôl y tymor, mewn kg.",
    },
    "suppliers": {
        "name": "Ei enw, yr un fath yn y ddwy iaith.",
        "kind": "Pa fath o gyflenwr yw ef. Y rhai bach yw micro, sme a social-enterprise.",
        "supported": "A yw'n ddarparwr cyflogaeth â chymorth, y gellir cadw contract ar ei gyfer.",
        "categories": "Yr hyn y gall ei gyflenwi: ids categorïau yn scenario.toml, â bylchau rhyngddynt.",
        "price_percent": "Yr hyn y mae'n ei ofyn, mewn y cant o amcangyfrif yr angen.",
        "quality": "Pa mor dda yw ei waith: mae 1 yn wael a 5 yn rhagorol.",
        "social": "Ei gynnig o werth cymdeithasol, o ddim i 5. O'i reoli, mae 2 neu 3 yn dod â phwynt y flwyddyn, a 4 neu 5 â dau.",
        "social_goal": "Y nod y mae ei werth cymdeithasol yn ei fwydo.",
        "carbon_percent": "Yr hyn y mae'n ei allyrru, mewn y cant o'r hen ffordd.",
        "reputation": "Pa mor ddibynadwy yw ef yn ôl ei enw da, allan o 6. Mae ei hanes cyflawni yn codi neu'n gostwng hyn.",
        "capacity": "Faint o gontractau y gall eu rhedeg ar yr un pryd.",
        "largest_gbp": "Yr amcangyfrif mwyaf y gall ei gymryd, mewn punnoedd. Yn wag: unrhyw faint.",
        "local_percent": "Faint o'r arian sy'n aros yn y rhanbarth, mewn y cant.",
        "welsh": "A yw'n gweithio yn Gymraeg hefyd.",
    },
    "events": {
        "title_en": "Yr hyn sy'n digwydd, yn Saesneg.",
        "mark": "0 i ddigwyddiad o bentwr y flwyddyn; 1 i 4 i ddigwyddiad hinsawdd y marc carbon hwnnw.",
        "effect_1": 'Yr hyn y mae\'n ei wneud, megis "budget -20000", "price transport 8" neu "goal culture 1 if budget below 200000".',
        "effect_2": "Ail beth y mae'n ei wneud.",
        "effect_3": "Trydydd peth y mae'n ei wneud.",
        "effect_4": "Pedwerydd peth y mae'n ei wneud.",
    },
    "projects": {
        "title_en": "Enw'r prosiect, yn Saesneg.",
        "days": "Y diwrnodau swyddog y mae'n eu cymryd.",
        "cost_gbp": "Faint y mae'n ei gostio i'r cyngor, mewn punnoedd.",
        "prize_gbp": "Yr hyn y mae'r Gronfa Her yn ei dalu i'r cyngor cyntaf i'w orffen, mewn punnoedd.",
        "lab_procurement": "Lefel y labordy caffael sydd ei hangen arno.",
        "lab_adaption": "Lefel y labordy addasu sydd ei hangen arno.",
        "lab_data": "Lefel y labordy data sydd ei hangen arno.",
        "power": "Yr hyn y mae'n ei wneud am byth.",
        "target": "Y categori y mae ei bŵer yn ymwneud ag ef, lle mae un: cleaner-category, income a feeds.",
        "amount": "Faint y mae ei bŵer yn ei wneud: y cant yn llai o garbon, punnoedd y flwyddyn, mwy o gyflenwyr neu bwyntiau.",
        "power_en": "Un frawddeg sy'n dweud beth mae'r pŵer yn ei wneud, yn Saesneg.",
        "power_cy": "Yr un peth yn Gymraeg.",
    },
    "councils": {
        "name_en": "Ei enw yn Saesneg.",
        "name_cy": "Ei enw yn Gymraeg.",
        "population": "Faint o bobl y mae'n eu gwasanaethu, i'r cerdyn. 0: ni chaiff ei ddangos.",
        "budget_gbp": "Yr arian y mae'n dechrau ag ef, mewn punnoedd.",
        "grant_gbp": "Yr arian y mae'n ei gael bob blwyddyn, mewn punnoedd.",
        "estate_kg": "Yr hyn y mae ei adeiladau a'i gerbydau ei hun yn ei allyrru mewn blwyddyn, mewn kg CO2e.",
        "first_category": "Categori'r angen cyntaf y mae'n ei dynnu. Yn wag: unrhyw un.",
        "home": "Hyd at dri chyflenwr y mae'n gwybod eu hanes cyflawni o'r dechrau: eu hids, â bylchau rhyngddynt.",
        "lab_procurement": "Lefel y labordy caffael y mae'n dechrau â hi.",
        "lab_adaption": "Lefel y labordy addasu y mae'n dechrau â hi.",
        "lab_data": "Lefel y labordy data y mae'n dechrau â hi.",
        "map_column": "Lle mae ar y map, o'r chwith, mewn hanner camau hecsagonau.",
        "map_row": "Lle mae ar y map, o'r brig.",
    },
}


def meaning(deck: str, column: str) -> str:
    """What a column means, in Welsh; empty where it is not said."""
    return COLUMNS.get(deck, {}).get(column) or SHARED.get(column, "")
