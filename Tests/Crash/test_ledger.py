"""The rule that every crash is judged by can fail, in each of its parts."""

import tempfile
import unittest

from ledger import Ledger, Loss
from orders import Order


class LedgerTests(unittest.TestCase):
    NOTE, FILE, REFUSAL = Order("note", "a"), Order("file", "b", content=2), Order("refusal", "c")

    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix="crash-")
        self.addCleanup(folder.cleanup)
        self.ledger = Ledger(f"{folder.name}/ledger")
        self.addCleanup(self.ledger.close)
        self.ledger.attempt([self.NOTE, self.FILE, self.REFUSAL])
        self.ledger.acknowledge(["a", "c"])

    def found(self, **changes):
        """Everything that was sent, as it should be."""
        whole = {"stored": ["a", "b"], "done": ["a", "b"], "refused": ["c"], "files": {"b": self.FILE.file}}
        return whole | {"problems": []} | changes

    def test_what_was_called_saved_and_no_more_is_enough(self):
        self.ledger.check(self.found())
        self.ledger.check(self.found(stored=["a"], done=["a"], files={}))

    def test_only_what_has_a_once_key_and_no_answer_is_sent_again(self):
        self.assertEqual(self.ledger.unsettled, [self.FILE])

    def test_each_way_of_breaking_the_promise_is_a_loss(self):
        broken = {
            "called saved are gone": {"stored": ["b"], "done": ["b"]},
            "nobody sent": {"stored": ["a", "b", "x"], "done": ["a", "b", "x"]},
            "there twice": {"stored": ["a", "a", "b"], "done": ["a", "a", "b"]},
            "have no entry, or entries no order": {"done": ["a"]},
            "answered have no entry": {"refused": []},
            "never were": {"refused": ["c", "x"]},
            "two entries": {"refused": ["c", "c"]},
            "not those that were sent": {"files": {"b": "0" * 64}},
            "not whole": {"problems": ["the chain is broken"]},
        }
        for words, changes in broken.items():
            with self.subTest(words), self.assertRaisesRegex(Loss, words):
                self.ledger.check(self.found(**changes))
