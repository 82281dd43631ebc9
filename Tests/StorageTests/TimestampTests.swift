import Foundation
import ScratchDatabases
import Testing

@testable import Storage

@Suite("Moments are written in one way")
struct TimestampTests {
    @Test(
        "known moments",
        arguments: [
            (0, "1970-01-01T00:00:00.000000Z"), (-1, "1969-12-31T23:59:59.000000Z"),
            (951_782_400, "2000-02-29T00:00:00.000000Z"), (1_455_019_200.5, "2016-02-09T12:00:00.500000Z"),
            (4_107_542_399.999_999, "2100-02-28T23:59:59.999999Z"), (-62_135_596_800, "0001-01-01T00:00:00.000000Z"),
            (253_402_300_799, "9999-12-31T23:59:59.000000Z"),
        ])
    func known(seconds: Double, text: String) {
        #expect(Timestamp(Date(timeIntervalSince1970: seconds)).description == text)
        #expect(Timestamp(text)?.date == Date(timeIntervalSince1970: seconds))
    }

    @Test("every day of four centuries agrees with the Gregorian calendar")
    func calendar() throws {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = try #require(TimeZone(identifier: "UTC"))
        for day in stride(from: -73_000, to: 73_000, by: 11) {
            let date = Date(timeIntervalSince1970: Double(day) * 86_400)
            let parts = calendar.dateComponents([.year, .month, .day], from: date)
            let text = Timestamp(date).description.split(separator: "T")[0].split(separator: "-").map { Int($0) }
            #expect(text == [parts.year, parts.month, parts.day])
        }
    }

    @Test("text order is time order")
    func order() {
        var chance = SeededChance(seed: 3)
        let moments = (0..<500).map { _ in
            Timestamp(Date(timeIntervalSince1970: .random(in: -6e10...2.5e11, using: &chance)))
        }

        #expect(
            moments.sorted { $0.microseconds < $1.microseconds } == moments.sorted { $0.description < $1.description })
    }

    @Test(
        "any other way of writing is refused",
        arguments: [
            "", "2016-02-09", "2016-02-09T12:00:00Z", "2016-02-09T12:00:00.000000+00:00", "2016-02-30T12:00:00.000000Z",
            "2016-13-01T12:00:00.000000Z", "2016-02-09 12:00:00.000000Z", "2016-02-09T24:00:00.000000Z",
            "+016-02-09T12:00:00.000000Z", "2016-02-09T12:00:60.000000Z", "0000-01-01T00:00:00.000000Z",
        ])
    func refused(text: String) {
        #expect(Timestamp(text) == nil)
    }

    @Test("a moment beyond four-digit years is brought to the nearest that can be written")
    func ends() {
        #expect(Timestamp(.distantPast).description == "0001-01-01T00:00:00.000000Z")
        #expect(Timestamp(Date(timeIntervalSince1970: 1e18)).description == "9999-12-31T23:59:59.999999Z")
    }
}
