import Foundation
import Hummingbird

extension Request {
    /// What the address answers to a question, as a browser writes a form there: a blank is a plus sign (WHATWG URL,
    /// 5.1), which Hummingbird's own reading leaves as it is.
    public func asked(_ name: StaticString) -> String? {
        for part in (uri.query ?? "").split(separator: "&") {
            let sides = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard sides[0] == "\(name)" else { continue }
            let value = (sides.count > 1 ? String(sides[1]) : "").replacing("+", with: " ")
            return value.removingPercentEncoding ?? value
        }
        return nil
    }
}
