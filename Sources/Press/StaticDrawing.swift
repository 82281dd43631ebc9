// SPDX-License-Identifier: AGPL-3.0-or-later

/// Tells whether an SVG is only shapes and words, and so may stand inside a page under a policy without inline code.
///
/// A chart’s words come from data; whoever can name a theme or deliver a file could try to smuggle markup in. So the
/// finished drawing is read tag by tag, and anything not known to be harmless is a fault.
struct StaticDrawing {
    private static let elements: Set<String> = [
        "svg", "g", "path", "rect", "line", "circle", "ellipse", "polygon", "polyline", "text", "tspan", "title",
        "desc",
        "defs", "clipPath", "mask", "pattern", "linearGradient", "radialGradient", "stop", "use", "marker",
    ]

    private let bytes: [UInt8]
    private var place = 0

    /// What is wrong with the drawing, or nil.
    static func fault(in svg: [UInt8]) -> String? {
        guard svg.starts(with: Array("<svg".utf8)), svg.suffix(6).elementsEqual("</svg>".utf8) else {
            return "it is not a whole SVG"
        }
        var drawing = StaticDrawing(svg)
        return drawing.fault()
    }

    private init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    private mutating func fault() -> String? {
        while let open = bytes[place...].firstIndex(of: UInt8(ascii: "<")) {
            place = open + 1
            if let fault = tagFault() { return fault }
        }
        return nil
    }

    /// Reads one tag, from after its `<` to its `>`.
    private mutating func tagFault() -> String? {
        let closing = peek() == UInt8(ascii: "/")
        if closing { place += 1 }
        let element = name()
        guard Self.elements.contains(element) else { return "it holds a ‘<\(element)>’" }
        while true {
            skipSpaces()
            switch peek() {
            case UInt8(ascii: ">"):
                return nil
            case UInt8(ascii: "/"):
                place += 1
            default:
                guard !closing, let (attribute, value) = attribute() else { return "its ‘<\(element)>’ is malformed" }
                if let fault = Self.fault(of: attribute, value) { return fault }
            }
        }
    }

    private static func fault(of attribute: String, _ value: String) -> String? {
        let name = attribute.lowercased()
        if name.hasPrefix("aria-") { return nil }
        if name == "style" || name.hasPrefix("on") { return "it holds the attribute ‘\(attribute)’" }
        if name == "href" || name.hasSuffix(":href") || name == "src" {
            return value.hasPrefix("#") ? nil : "it points outside itself, to ‘\(value.prefix(80))’"
        }
        let pieces = value.lowercased().split(separator: "url(", omittingEmptySubsequences: false).dropFirst()
        let outside = pieces.contains { !$0.drop(while: { " \"'".contains($0) }).hasPrefix("#") }
        return outside ? "it points outside itself, in ‘\(attribute)’" : nil
    }

    /// `name="value"`; nothing looser, for the renderer writes nothing looser.
    private mutating func attribute() -> (name: String, value: String)? {
        let attribute = name()
        guard !attribute.isEmpty, peek() == UInt8(ascii: "=") else { return nil }
        place += 1
        guard peek() == UInt8(ascii: "\"") else { return nil }
        place += 1
        guard let end = bytes[place...].firstIndex(of: UInt8(ascii: "\"")) else { return nil }
        defer { place = end + 1 }
        return (attribute, String(decoding: bytes[place..<end], as: UTF8.self))
    }

    private mutating func name() -> String {
        let start = place
        while let byte = peek(), Self.isPartOfName(byte) { place += 1 }
        return String(decoding: bytes[start..<place], as: UTF8.self)
    }

    private mutating func skipSpaces() {
        while let byte = peek(), byte == 0x20 || (0x09...0x0D).contains(byte) { place += 1 }
    }

    private func peek() -> UInt8? {
        place < bytes.count ? bytes[place] : nil
    }

    private static func isPartOfName(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: ":"),
            UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: "."):
            true
        default:
            false
        }
    }
}
