"""Numbers said in words, in Polish, English and Ukrainian."""

NUMBERS = (
    "zero нуль",
    "jeden jedna jedno jedną one один одна одне одну",
    "dwa dwie dwoje dwóch dwaj two два дві двоє",
    "trzy troje trzech trzej three три троє",
    "cztery czworo czterech czterej four чотири четверо",
    "pięć pięcioro pięciu five п'ять п'ятеро",
    "sześć sześcioro sześciu six шість шестеро",
    "siedem siedmioro siedmiu seven сім семеро",
    "osiem ośmioro ośmiu eight вісім восьмеро",
    "dziewięć dziewięcioro dziewięciu nine дев'ять дев'ятеро",
    "dziesięć dziesięcioro dziesięciu ten десять десятеро",
    "jedenaście jedenastu eleven одинадцять",
    "dwanaście dwunastu twelve дванадцять",
    "trzynaście trzynastu thirteen тринадцять",
    "czternaście czternastu fourteen чотирнадцять",
    "piętnaście piętnastu fifteen п'ятнадцять",
    "szesnaście szesnastu sixteen шістнадцять",
    "siedemnaście siedemnastu seventeen сімнадцять",
    "osiemnaście osiemnastu eighteen вісімнадцять",
    "dziewiętnaście dziewiętnastu nineteen дев'ятнадцять",
    "dwadzieścia dwudziestu twenty двадцять",
)
"""From nought to twenty, each with its forms: *dwa*, *dwie*, *dwoje*."""
