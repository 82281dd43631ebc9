import HTTPTypes
import Testing

@testable import Web

@Suite("Figures for a monitoring system are in its format, and anybody's words in them stay words")
struct ExpositionTests {
    @Test("a value goes by its name and labels, and no label breaks out of its quotation marks")
    func format() {
        var exposition = Exposition()
        exposition.add("jobs", .gauge, "Jobs.", [.init(3, ["kind": "a\"b\\c\nd"]), .init(0.25)])
        #expect(
            exposition.text == """
                # HELP frankpledge_jobs Jobs.
                # TYPE frankpledge_jobs gauge
                frankpledge_jobs{kind="a\\"b\\\\c\\nd"} 3
                frankpledge_jobs 0.25

                """)
    }

    @Test("times are counted up to each bound, all of them up to the last")
    func histogram() {
        let tally = RequestTally()
        for seconds in [0.001, 0.005, 0.5, 100] {
            tally.count(method: "GET", route: "/a/{b}", status: 200, seconds: seconds)
        }
        var exposition = Exposition()
        tally.expose([.init(method: .get, path: "/a/{b}", audience: .visitors, kind: .publicPage)], in: &exposition)
        let lines = Set(exposition.text.split(separator: "\n").map(String.init))
        for line in [
            #"requests_total{method="GET",route="/a/{b}",status="200",class="publicPage"} 4"#,
            #"request_seconds_bucket{route="/a/{b}",le="0.005"} 2"#,
            #"request_seconds_bucket{route="/a/{b}",le="0.3"} 2"#,
            #"request_seconds_bucket{route="/a/{b}",le="1.0"} 3"#,
            #"request_seconds_bucket{route="/a/{b}",le="10.0"} 3"#,
            #"request_seconds_bucket{route="/a/{b}",le="+Inf"} 4"#,
            #"request_seconds_count{route="/a/{b}"} 4"#,
        ] {
            #expect(lines.contains("frankpledge_" + line), "\(line)")
        }
    }

    @Test("methods and addresses that somebody made up make no lines of their own")
    func madeUp() {
        let tally = RequestTally()
        for index in 0..<100 { tally.count(method: "M\(index)", route: nil, status: 404, seconds: 0) }
        var exposition = Exposition()
        tally.expose([], in: &exposition)
        #expect(exposition.text.contains(#"{method="other",route="none",status="404",class="none"} 100"#))
        #expect(!exposition.text.contains("M7"))
    }
}
