"""What of the team's work is kept in the audit log."""

from enum import StrEnum


class Action(StrEnum):
    """What was done, as it is stored; a person's data being looked at is an action too."""

    DECIDED = "decided"
    SEAT_GIVEN = "seat_given"
    GROUP_CHANGED = "group_changed"
    GROUP_RELEASED = "group_released"
    GROUP_KEPT = "group_kept"
    PERSON_SUBSTITUTED = "person_substituted"
    ORGANISATIONS_MERGED = "organisations_merged"
    EVENT_CALLED_OFF = "event_called_off"
    EVENT_REOPENED = "event_reopened"
    EVENT_CHANGED = "event_changed"
    EVENTS_IMPORTED = "events_imported"
    APPLICATION_SEEN = "application_seen"
    REFUSED = "refused"
