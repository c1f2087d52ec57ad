"""What the entries of the audit log say was done."""

from bot.domain.access import Permission
from bot.domain.audit import Action
from bot.texts import Html, Translator


def doing(action: Action, t: Translator) -> Html:
    """What was done, in a few words without a person in them. Raises KeyError for what nobody worded."""
    return {**_with_signups(t), **_with_events(t), **_with_questions(t), **_with_the_team(t)}[action]


def is_worded(action: Action, t: Translator) -> bool:
    """Whether ``doing`` knows it; a test asks for all of them."""
    return action in {**_with_signups(t), **_with_events(t), **_with_questions(t), **_with_the_team(t)}


def _with_signups(t: Translator) -> dict[Action, Html]:
    return {
        Action.DECIDED: t("application decided"),
        Action.DECISION_UNDONE: t("decision undone"),
        Action.DECISIONS_SENT: t("decisions sent"),
        Action.APPLICATION_SEEN: t("application looked at"),
        Action.SEAT_GIVEN: t("seat given"),
        Action.MOVED_TO_QUEUE: t("moved to the waiting list"),
        Action.SIGNUP_CANCELLED: t("sign-up cancelled"),
        Action.COMING_NOTED: t("coming or not noted"),
        Action.PLACE_RESTORED: t("place given back"),
        Action.SEATS_CHANGED: t("number of seats changed"),
        Action.GROUP_CHANGED: t("group changed"),
        Action.PERSON_SUBSTITUTED: t("another person in the place"),
        Action.MESSAGE_SENT: t("message sent"),
        Action.LIST_SEEN: t("list looked at"),
        Action.CHECKED_IN: t("noted as present"),
        Action.CHECK_IN_UNDONE: t("not present after all"),
        Action.WALK_IN_ADDED: t("name added at the door"),
        Action.WALK_IN_REMOVED: t("name taken back at the door"),
        Action.HEADS_COUNTED: t("people without a name counted"),
        Action.LIST_EXPORTED: t("list taken away as a file"),
        Action.INDICATOR_SEEN: t("indicator looked at"),
        Action.ENTRY_ADDED: t("indicator: amount entered"),
        Action.ENTRY_REMOVED: t("indicator: entry taken back"),
        Action.ENTRY_RESTORED: t("indicator: entry brought back"),
        Action.PERSON_SEEN: t("person looked at"),
        Action.PEOPLE_SEARCHED: t("person looked for"),
        Action.PERSON_ADDED: t("person signed up by hand"),
        Action.PERSON_REMOVED: t("person signed up by hand taken back"),
        Action.PEOPLE_MERGED: t("two entries of a person merged"),
        Action.PEOPLE_SEPARATED: t("two people taken apart"),
        Action.PERSON_LINK_MADE: t("personal link made"),
        Action.PERSON_LINKED: t("personal link used"),
        Action.ORGANISATIONS_MERGED: t("organisations merged"),
        Action.ORGANISATIONS_SEPARATED: t("organisations taken apart"),
        Action.ORGANISATION_CHANGED: t("organisation changed"),
    }


def _with_events(t: Translator) -> dict[Action, Html]:
    return {
        Action.EVENTS_IMPORTED: t("events imported"),
        Action.EVENT_CHANGED: t("event changed"),
        Action.EVENT_ADDED: t("event added as a draft"),
        Action.EVENT_PUBLISHED: t("event published"),
        Action.EVENT_WITHDRAWN: t("event made a draft again"),
        Action.EVENT_DELETED: t("draft deleted"),
        Action.EVENT_POSTED: t("event put into a channel or group"),
        Action.EVENT_CALLED_OFF: t("event called off"),
        Action.EVENT_REOPENED: t("event reopened"),
        Action.GROUP_RELEASED: t("seats of a group released"),
        Action.GROUP_KEPT: t("seats of a group kept"),
    }


def _with_questions(t: Translator) -> dict[Action, Html]:
    return {
        Action.QUESTION_ANSWERED: t("question answered"),
        Action.QUESTION_CLOSED: t("question closed"),
        Action.QUESTION_MARKED_SPAM: t("question marked as spam"),
        Action.QUESTION_RESTORED: t("question is no spam after all"),
        Action.FAQ_ADDED: t("frequent question added"),
        Action.FAQ_CHANGED: t("frequent question changed"),
        Action.FAQ_REMOVED: t("frequent question removed"),
        Action.FAQ_RESTORED: t("frequent question brought back"),
        Action.CALLS_SEEN: t("call list looked at"),
        Action.CALL_MADE: t("call made"),
        Action.CALL_REOPENED: t("call not made after all"),
        Action.CALL_NOTED: t("note on a call"),
        Action.ANNOUNCED: t("announcement sent"),
        Action.ANNOUNCEMENT_APPROVED: t("announcement approved"),
        Action.ANNOUNCEMENT_DECLINED: t("announcement not approved"),
        Action.ANNOUNCEMENT_PAUSED: t("announcement paused"),
        Action.ANNOUNCEMENT_RESUMED: t("announcement resumed"),
        Action.ANNOUNCEMENT_STOPPED: t("announcement stopped"),
        Action.ANNOUNCEMENT_CORRECTED: t("announcement corrected"),
        Action.ANNOUNCEMENT_RECALLED: t("announcement recalled"),
    }


def _with_the_team(t: Translator) -> dict[Action, Html]:
    return {
        Action.INVITED: t("invitation made"),
        Action.INVITATION_USED: t("invitation accepted"),
        Action.INVITATION_REVOKED: t("invitation taken back"),
        Action.ROLE_WITHDRAWN: t("role taken away"),
        Action.ROLE_RESTORED: t("role given back"),
        Action.LOG_SEEN: t("log of one person looked at"),
        Action.LOG_EXPORTED: t("log exported"),
        Action.REFUSED: t("refused"),
    }


def right(permission: str, t: Translator) -> str:
    """What somebody lacked the right to, in a word or two; an unknown one as the program calls it."""
    words: dict[str, Html] = {
        Permission.SEE_LISTS: t("lists"),
        Permission.SEE_CONTACTS: t("phone numbers and needs"),
        Permission.SEE_DRAFTS: t("drafts"),
        Permission.MANAGE_SIGNUPS: t("other people's sign-ups"),
        Permission.MANAGE_EVENTS: t("events"),
        Permission.IMPORT_EVENTS: t("import of events"),
        Permission.CHECK_IN: t("attendance"),
        Permission.ANSWER_QUESTIONS: t("inbox"),
        Permission.ANNOUNCE: t("announcements"),
        Permission.APPROVE: t("approval of announcements"),
        Permission.MANAGE_TEAM: t("team"),
        Permission.SEE_LOG: t("log"),
        Permission.OWN_SIGNUP: t("somebody else's sign-up"),
        Permission.OWN_DATA: t("somebody else's data"),
    }
    return words.get(permission, permission)
