import Foundation
import Testing
import Wording

@Suite("Dates as people and the law read them")
struct DateWordingTests {
    @Test(
        "a moment is worded in London’s time, summer and winter, wherever the machine is",
        arguments: [
            (1_455_019_200, "9 February 2016", "9 February 2016 at 12:00"),
            (1_467_327_600, "1 July 2016", "1 July 2016 at 00:00"),
            (1_467_327_599, "30 June 2016", "30 June 2016 at 23:59"),
            (1_459_040_400, "27 March 2016", "27 March 2016 at 02:00"),
            (1_477_789_199, "30 October 2016", "30 October 2016 at 01:59"),
            (1_477_789_200, "30 October 2016", "30 October 2016 at 01:00"),
        ] as [(TimeInterval, String, String)])
    func london(seconds: TimeInterval, day: String, moment: String) {
        let date = Date(timeIntervalSince1970: seconds)
        #expect(date.day == day)
        #expect(date.dayAndTime == moment)
    }
}
