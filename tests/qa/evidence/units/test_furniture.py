import pytest

from qa.evidence.units import Furniture, furniture_of


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Inspectors looked at plans for children in need.", Furniture.LOOKED_AT),
        ("The inspection team met with foster carers.", Furniture.LOOKED_AT),
        ("This visit focused on care leavers.", Furniture.LOOKED_AT),
        ("“Inspectors reviewed a sample of files.", Furniture.LOOKED_AT),
        ("The inspection was carried out under section 136 of the Act.", Furniture.METHOD),
        ("Inspectors were on site for three days.", Furniture.METHOD),
        ("This letter summarises the findings of the visit.", Furniture.METHOD),
        ("A range of evidence was considered.", Furniture.METHOD),
        ("I am writing to you after the visit.", Furniture.LETTER),
        ("Thank you for your welcome.", Furniture.LETTER),
        ("Please pass on my thanks to your staff.", Furniture.LETTER),
        ("Dear colleague", Furniture.LETTER),
        ("Yours sincerely", Furniture.LETTER),
        ("Ofsted will take the findings into account.", Furniture.LETTER),
        ("Write to help@marlbridge.example for a copy.", Furniture.LETTER),
        ("See www.marlbridge.example for the offer.", Furniture.LETTER),
        ("Civic Square, Marlbridge MB1 2AB", Furniture.LETTER),
    ],
)
def test_kinds_of_furniture(text: str, kind: Furniture) -> None:
    assert furniture_of(text) is kind


@pytest.mark.parametrize(
    "text",
    [
        "Inspectors looked at plans but found few of them clear.",
        "Inspectors were not able to see every plan.",
        "Inspectors were impressed by the virtual school.",
        "Visits are regular.",
        "The figure was 12 as at 31 3rd quarter.",
        "Children write letters to the council.",
        "Inspectors considered plans to be weak.",
        "Inspectors were satisfied that thresholds are right.",
        "Inspectors were pleased to see strong plans.",
        "Your colleagues are proud of the service.",
        "",
    ],
)
def test_what_may_answer_is_none(text: str) -> None:
    assert furniture_of(text) is None
