"""All benchmarks, one after the other."""

from bench import answers, documents, signups

for one in (answers, signups, documents):
    one.main()
