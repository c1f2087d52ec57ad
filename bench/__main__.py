"""All benchmarks, one after the other."""

from bench import answers

answers.main()
