"""What spoiled packs hold: words that are wrong, odd or just at an edge."""

CELLS = (
    *("", " ", "-", "0", "1", "2", "3", "5", "6", "7", "-1", "99", "100", "1000000000", "1000000001", "9" * 40, "1.5", "1e9", "0x10"),
    *("yes", "no", "Yes", "TRUE", "nein", "food", "fod", "green", "all", "framework", "prosperous", "prosperouss", "culture", "sme"),
    *("decarbonisation", "communities", "school meals", "school-meals", "ÿ", "ŵ", "Ysgol Bryn Dŵr", "=1+1", "@SUM(A1)", "+44", "£5"),
    *("\u202eevil", "a\u0301\u0301\u0301\u0301\u0301\u0301", "\u200b", "\x07", "\ufffd", "\U0001f600", "x" * 300, "y" * 6000, '"', "'"),
    *("price food 8", "price fod 8", "budget -20000", "days -1 if runs food", "goal equal 1 if", "emergency food", "price all 0", "if"),
    *("../../etc/passwd", "C:\\x", "http://example.org", "<b>", "{}", "[[needs]]", "None", "nan", "inf", "true"),
)
TOML_VALUES = (
    *("0", "1", "-1", "3", "5", "10", "20", "25", "100", "1000000", "1e400", "nan", "inf", "0.5", "true", "false", '""', '"x"', "[]"),
    *("[1]", "[25, 50, 75, 100]", "{}", "{ min = 0, max = 100 }", "{ -8 = 3 }", "1979-05-27", "0x1F", "9" * 30, '"""', "'", "[[", "\\"),
    *("“x”", "Yes", "True", "90,000", "0,5", "25%", "x y", '"x', "[1; 2]", "[1, 2", '"C:\\x"', "3,", "3\u00a0"),
    *('"gentle"', '"hard"', '"shared"', '"choice"', '"off"', '"automatic"', '"first-steps"', '"../x"', '"\\u202e"', '"' + "z" * 400 + '"'),
)
TOML_LINES = (
    *(
        "[rules]",
        "[weights]",
        "[rules.deep.deeper]",
        "[[category]]",
        "[[needs]]",
        "years = 3",
        "id = 3",
        "unknown = 1",
        'extends = "nobody"',
    ),
    *('extends = "smarter-spending"', "a.b.c.d = 1", "x = " + "[" * 500, "= 5", "[", "]", "# a remark", "", "teams = 9", "labs = false"),
    *("level 3", "level: 3", "[rules", "// x", "a b = 1", "x = [", "\u200bteams = 3", "extends smarter", "[[category]"),
    *("[leave_out]", 'needs = ["meals"]', "[[weights.card]]", "[campaign]", 'words = "school"', "[board]", "timer_minutes = 61"),
)
