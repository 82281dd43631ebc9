extension TimeOfDay {
    /// As people type one: "7 pm", "7.30pm", "19:00", "1900", "noon".
    public init?(typed text: String) {
        let typed = text.lowercased().filter { !$0.isWhitespace && !"’'".contains($0) }
        if ["noon", "midday", "12noon"].contains(typed) {
            self.init(hour: 12, minute: 0)
            return
        }
        let half = ["am", "pm", "a.m.", "p.m."].first { typed.hasSuffix($0) }
        let digits = typed.dropLast(half?.count ?? 0)
        guard digits.allSatisfy({ "0123456789:.".contains($0) }),
            let (hour, minute) = Self.read(digits.split(omittingEmptySubsequences: false) { ":.".contains($0) })
        else { return nil }
        guard let half else {
            self.init(hour: hour, minute: minute)
            return
        }
        guard (1...12).contains(hour) else { return nil }
        self.init(hour: hour % 12 + (half.hasPrefix("p") ? 12 : 0), minute: minute)
    }

    private static func read(_ parts: [Substring]) -> (hour: Int, minute: Int)? {
        switch parts.count {
        case 1 where parts[0].count == 4: Int(parts[0]).map { ($0 / 100, $0 % 100) }
        case 1 where parts[0].count <= 2: Int(parts[0]).map { ($0, 0) }
        case 2 where parts[0].count <= 2 && parts[1].count == 2:
            Int(parts[0]).flatMap { hour in Int(parts[1]).map { (hour, $0) } }
        default: nil
        }
    }
}
