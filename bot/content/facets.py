"""What a fact can be about; screens word the headings."""

from enum import StrEnum


class Facet(StrEnum):
    """The kinds of thing people ask about a project."""

    WHAT = "what"
    GOALS = "goals"
    AUDIENCE = "audience"
    SEATS = "seats"
    ACTIVITIES = "activities"
    SCHEDULE = "schedule"
    WHEN = "when"
    PLACE = "place"
    PARTNERS = "partners"
    PEOPLE = "people"
    FUNDER = "funder"
    MONEY = "money"
    RESULTS = "results"
    CONTACT = "contact"
    SIGNUP = "signup"
    DOCUMENTS = "documents"
    LANGUAGE = "language"
    UNCLEAR = "unclear"
    PRICE = "price"
    CERTIFICATE = "certificate"
    FOOD = "food"
    LODGING = "lodging"
    CHILDCARE = "childcare"
    PARKING = "parking"
    TRANSPORT = "transport"
    ACCESSIBILITY = "accessibility"
    SALARY = "salary"
    AGE = "age"
    STAFF = "staff"
    ONLINE = "online"


class EntityKind(StrEnum):
    """What a named thing is."""

    PROGRAMME = "programme"
    PLACE = "place"
    PERSON = "person"
    ORGANISATION = "organisation"
    PUBLICATION = "publication"
    EVENT = "event"
    IDEA = "idea"
