import Testing

@testable import Statistics

@Suite("FewEvents")
struct FewEventsTests {
    @Test("the exact limits of few events are the same by adding up as by integrating")
    func integrated() throws {
        for level in [1e-12, 0.1, 0.5, 0.95, 0.998, 0.9999999, 1 - 1e-12, (1.0).nextDown] {
            let confidence = try Confidence(level)
            for count in 0..<Rate.fewestForByar {
                let few = try #require(FewEvents(Double(count), confidence)).limits
                let upper = IncompleteGamma.quantile(.upper, shape: Double(count + 1), probability: confidence.tail)
                #expect(isClose(few.upper, upper, within: 1e-14), "\(count) at \(level)")
                guard count > 0 else {
                    #expect(few.lower == 0)
                    continue
                }
                let lower = IncompleteGamma.quantile(.lower, shape: Double(count), probability: confidence.tail)
                #expect(isClose(few.lower, lower, within: 1e-14), "\(count) at \(level)")
            }
        }
    }

    @Test("ten events are not few, and half an event is none that can be counted")
    func notFew() throws {
        let confidence = try Confidence(0.95)
        for count in [10, 0.5, -1, .nan, .infinity] as [Double] { #expect(FewEvents(count, confidence)?.limits == nil) }
    }
}
