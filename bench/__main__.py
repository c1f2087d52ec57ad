"""All benchmarks one after the other, or those that are named: ``python -m bench updates``."""

import sys

from bench import answers, broadcast, documents, lists, outbox, signups, updates

ALL = {
    "answers": answers,
    "signups": signups,
    "documents": documents,
    "lists": lists,
    "updates": updates,
    "broadcast": broadcast,
    "outbox": outbox,
}

for name in sys.argv[1:] or ALL:
    ALL[name].main()
