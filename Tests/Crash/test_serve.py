"""What an operator and a reader see of a disk that fails or is full: the site itself, not the ledger."""

from crashing import CrashTests
from recording import RecordedTests
from site_served import Site
from small_disk import SmallDisk


class FailedDiskTests(RecordedTests):
    def test_when_the_disk_fails_the_site_says_so_and_ends_for_its_supervisor(self):
        flag = self.folder / "fails"
        site = Site(self.data, environment=self.recorded(fails_if=flag))
        self.addCleanup(site.kill)
        self.assertEqual(site.get("/healthz"), (200, '{"records":"sound"}'))
        flag.touch()

        status, _ = site.submit_first_form(site.sign_in)
        health, _ = site.get("/healthz")
        code, complaints = site.wait()

        self.assertGreaterEqual(status, 500)
        self.assertEqual(health, 503)
        self.assertEqual(code, 1)
        self.assertIn("Nothing more can be saved: the disk failed", complaints)
        flag.unlink()
        again = Site(self.data)
        self.assertLess(again.submit_first_form(again.sign_in)[0], 400)
        self.assertEqual(again.stop(), 0)


class FullDiskTests(CrashTests):
    def test_on_a_full_disk_reading_goes_on_until_there_is_room_and_then_it_ends_for_its_supervisor(self):
        disk = SmallDisk.on(self, self.data.parent, megabytes=24)
        site = Site(self.data, before=disk.within)
        self.addCleanup(site.kill)
        disk.fill("ballast")

        status, _ = site.submit_first_form(site.sign_in)
        self.assertGreaterEqual(status, 500)
        self.assertEqual(site.get("/healthz")[0], 503)
        self.assertEqual(site.get("/accessibility")[0], 200)
        disk.empty("ballast")
        code, complaints = site.wait()

        self.assertEqual(code, 1)
        self.assertIn("the disk is full", complaints)
        again = Site(self.data, before=disk.within)
        self.assertLess(again.submit_first_form(again.sign_in)[0], 400)
        self.assertEqual(again.stop(), 0)
