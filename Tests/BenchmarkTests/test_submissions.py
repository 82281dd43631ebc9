"""The load that is sent, and the proof of what came of it."""

import sys
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "Benchmarks" / "submissions"))

import plan
from http1 import Lost, read, request
from plan import Sending
from proof import compare

SENT = {"one", "two", "three"}


class PlanTests(unittest.TestCase):
    def test_arrivals_come_at_a_constant_rate_and_each_says_what_no_other_says(self):
        planned = plan.submissions(200, 10, 60, 33)

        self.assertEqual(len(planned), 2_000)
        gaps = [later.due - earlier.due for earlier, later in zip(planned, planned[1:])]
        self.assertAlmostEqual(min(gaps), 1 / 200)
        self.assertAlmostEqual(max(gaps), 1 / 200)
        self.assertEqual(len({submission.words for submission in planned}), 2_000)

    def test_the_plan_is_the_same_each_time(self):
        self.assertEqual(plan.submissions(50, 4, 6, 9), plan.submissions(50, 4, 6, 9))

    def test_some_are_sent_more_than_once_in_every_way_there_is(self):
        planned = plan.submissions(200, 100, 60, 33)

        for sending in Sending:
            share = sum(submission.sending is sending for submission in planned) / len(planned)
            self.assertAlmostEqual(share, 0.94 if sending is Sending.ONCE else 0.02, delta=0.005)

    def test_officers_think_so_long_on_average_and_there_is_an_end_to_it(self):
        visits = list(plan.visits(3, 600, 15, ["/home", "/data"]))

        thought = [think for think, _ in visits[1:]]
        self.assertAlmostEqual(sum(thought) / len(thought), 15, delta=1)
        self.assertGreater(sum(thought), 600)
        self.assertLess(len(visits), 200)

    def test_a_percentile_is_a_value_that_was_measured(self):
        self.assertEqual(plan.percentile(range(1, 101), 99), 99)
        self.assertEqual(plan.percentile([3, 1, 2], 50), 2)
        self.assertEqual(plan.percentile([7], 1), 7)
        self.assertEqual(plan.percentile([5, 9], 100), 9)
        self.assertIsNone(plan.percentile([], 50))


class AnswerTests(unittest.TestCase):
    WHOLE = b"HTTP/1.1 200 OK\r\nContent-Length: 5\r\nLocation: /there\r\n\r\nhello"

    def test_an_answer_is_read_when_it_is_whole_and_not_before(self):
        for length in range(len(self.WHOLE)):
            self.assertIsNone(read(self.WHOLE[:length]))
        answer, length = read(self.WHOLE + b"HTTP/1.1 303")
        self.assertEqual((answer.status, answer.text, answer.header("location")), (200, "hello", "/there"))
        self.assertEqual(length, len(self.WHOLE))

    def test_one_without_a_body_is_whole_with_its_head(self):
        answer, _ = read(b"HTTP/1.1 304 Not Modified\r\nETag: x\r\n\r\n")
        self.assertEqual((answer.status, answer.body), (304, b""))

    def test_one_that_does_not_say_how_long_it_is_is_lost(self):
        with self.assertRaises(Lost):
            read(b"HTTP/1.1 200 OK\r\n\r\nhello")

    def test_a_form_says_how_long_it_is(self):
        sent = request("POST", "/a", "b=c", b"name=x")
        self.assertIn(b"POST /a HTTP/1.1\r\n", sent)
        self.assertTrue(sent.endswith(b"Content-Length: 6\r\n\r\nname=x"))


class ProofTests(unittest.TestCase):
    def compared(self, acknowledged, entries, names=None):
        last = {person: words for words, person in entries}
        return compare(SENT, acknowledged, entries, last if names is None else names)

    def test_what_was_called_saved_and_is_there_once_is_proved(self):
        proof = self.compared({"one", "two"}, [("one", "ada"), ("three", "bo"), ("two", "ada")])

        self.assertTrue(proof.holds)
        self.assertEqual((proof.attempted, proof.acknowledged, proof.stored), (3, 2, 3))

    def test_what_was_called_saved_and_is_not_there_is_lost(self):
        proof = self.compared({"one", "two"}, [("one", "ada")])
        self.assertEqual((proof.lost, proof.holds), (["two"], False))

    def test_what_is_there_and_was_never_sent_is_strange(self):
        proof = self.compared({"one"}, [("one", "ada"), ("four", "ada")])
        self.assertEqual((proof.strange, proof.holds), (["four"], False))

    def test_what_is_there_twice_is_doubled(self):
        proof = self.compared({"one"}, [("one", "ada"), ("one", "ada")])
        self.assertEqual((proof.doubled, proof.holds), (["one"], False))

    def test_somebody_who_is_not_called_what_was_stored_last_is_found(self):
        proof = self.compared({"one"}, [("two", "ada"), ("one", "ada")], {"ada": "two"})
        self.assertEqual((proof.stale, proof.holds), (["ada"], False))

    def test_records_that_are_not_whole_prove_nothing(self):
        self.assertFalse(compare(SENT, set(), [], {}, "entry 3 is missing", is_whole=False).holds)


if __name__ == "__main__":
    unittest.main()
