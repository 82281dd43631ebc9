/// Figures for a monitoring system, in Prometheus' text format (version 0.0.4).
public struct Exposition: Sendable {
    public enum Kind: String, Sendable {
        case counter, gauge, histogram
    }

    /// One line: the labels it goes by and its value.
    public struct Sample: Sendable {
        let suffix: StaticString
        let labels: KeyValuePairs<StaticString, String>
        let value: Double

        public init(
            _ value: Double, _ labels: KeyValuePairs<StaticString, String> = [:], suffix: StaticString = ""
        ) {
            (self.suffix, self.labels, self.value) = (suffix, labels, value)
        }
    }

    public private(set) var text = ""

    public init() {}

    /// Adds everything that goes by one name.
    ///
    /// - Parameter help: a sentence that says what it is.
    public mutating func add(_ name: StaticString, _ kind: Kind, _ help: StaticString, _ samples: [Sample]) {
        text += "# HELP frankpledge_\(name) \(help)\n# TYPE frankpledge_\(name) \(kind.rawValue)\n"
        for sample in samples {
            let labels = sample.labels.map { "\($0.key)=\"\(Self.escaped($0.value))\"" }.joined(separator: ",")
            text += "frankpledge_\(name)\(sample.suffix)" + (labels.isEmpty ? "" : "{\(labels)}")
            text += " \(Self.number(sample.value))\n"
        }
    }

    private static func number(_ value: Double) -> String {
        Int(exactly: value).map(String.init) ?? (value.isInfinite ? "+Inf" : "\(value)")
    }

    private static func escaped(_ text: String) -> String {
        text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: "\\n")
    }
}
