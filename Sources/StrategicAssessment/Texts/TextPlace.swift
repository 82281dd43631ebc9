import Storage

/// Where in a strategic assessment a text stands: a part of the document, or what is written of a theme.
public enum TextPlace: Sendable, Hashable {
    case section(DocumentSection)
    case theme(ID<Theme>, ThemeAspect)
}

extension TextPlace: LosslessStringConvertible {
    /// "levels", "theme 018f…: who"
    public var description: String {
        switch self {
        case .section(let section): section.rawValue
        case .theme(let theme, let aspect): "theme \(theme): \(aspect.rawValue)"
        }
    }

    public init?(_ text: String) {
        if let section = DocumentSection(rawValue: text) {
            self = .section(section)
            return
        }
        let parts = text.split(separator: ": ", maxSplits: 1)
        guard parts.count == 2, parts[0].hasPrefix("theme "), let theme = ID<Theme>(String(parts[0].dropFirst(6))),
            let aspect = ThemeAspect(rawValue: String(parts[1]))
        else { return nil }
        self = .theme(theme, aspect)
    }
}

extension TextPlace: SQLConvertible {
    public static var columnType: ColumnType { .text }
    public var sqlValue: Value { .text(description) }
    public init?(sqlValue value: Value) {
        guard case .text(let text) = value else { return nil }
        self.init(text)
    }
}
