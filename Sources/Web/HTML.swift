/// A piece of a page: an ordinary string literal whose fixed parts are markup and whose interpolations are escaped.
///
///     let greeting: HTML = "<p>Welcome, \(member.name)</p>"
///
/// The fixed parts are `StaticString`, so text that arrives at run time can never become markup. It is the twin of
/// `SQL`, whose interpolations are bound.
public struct HTML: Sendable, Hashable {
    /// UTF-8.
    public private(set) var bytes: [UInt8]

    public static let empty = HTML(bytes: [])

    public var isEmpty: Bool { bytes.isEmpty }

    private init(bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// Markup that this program made earlier, see ``FrozenPage``: the one way by which bytes become markup again.
    init(asFrozen bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// Pieces one after another.
    public init(_ pieces: some Sequence<HTML>) {
        bytes = []
        for piece in pieces { bytes += piece.bytes }
    }

    public static func + (first: HTML, second: HTML) -> HTML {
        HTML(bytes: first.bytes + second.bytes)
    }

    /// Text, escaped so that it reads as it is in an element or in a quoted attribute.
    public init(text: String) {
        bytes = []
        append(escaped: text)
    }

    /// What needs no escaping, which is nearly everything, is taken over in one piece.
    private mutating func append(escaped text: String) {
        var text = text
        text.withUTF8 { text in
            var start = 0
            for place in text.indices {
                guard let escape = Self.escape(for: text[place]) else { continue }
                bytes += text[start..<place]
                escape.withUTF8Buffer { bytes += $0 }
                start = place + 1
            }
            bytes += text[start...]
        }
    }

    private static func escape(for byte: UInt8) -> StaticString? {
        switch byte {
        case UInt8(ascii: "&"): "&amp;"
        case UInt8(ascii: "<"): "&lt;"
        case UInt8(ascii: ">"): "&gt;"
        case UInt8(ascii: "\""): "&quot;"
        case UInt8(ascii: "'"): "&#39;"
        // XML and HTML know no such character; a browser would show a box.
        case 0: "\u{FFFD}"
        default: nil
        }
    }
}

extension HTML: ExpressibleByStringInterpolation {
    public init(stringLiteral value: StaticString) {
        bytes = value.withUTF8Buffer { Array($0) }
    }

    public init(stringInterpolation: StringInterpolation) {
        self = stringInterpolation.html
    }

    public struct StringInterpolation: StringInterpolationProtocol {
        fileprivate var html: HTML

        public init(literalCapacity: Int, interpolationCount: Int) {
            html = .empty
            html.bytes.reserveCapacity(literalCapacity + interpolationCount * 32)
        }

        public mutating func appendLiteral(_ literal: StaticString) {
            literal.withUTF8Buffer { html.bytes += $0 }
        }

        /// Text, escaped.
        public mutating func appendInterpolation(_ text: String) {
            html.append(escaped: text)
        }

        public mutating func appendInterpolation(_ number: Int) {
            html.append(escaped: String(number))
        }

        /// An address is percent-encoded when it is made; here its ampersands are escaped.
        public mutating func appendInterpolation(_ address: Address) {
            html.append(escaped: address.text)
        }

        /// A piece of page, as it is; nothing where there is none.
        public mutating func appendInterpolation(_ piece: HTML?) {
            if let piece { html.bytes += piece.bytes }
        }

        /// Pieces of page, one after another.
        public mutating func appendInterpolation(_ pieces: [HTML]) {
            for piece in pieces { html.bytes += piece.bytes }
        }
    }
}

extension HTML: CustomStringConvertible {
    public var description: String { String(decoding: bytes, as: UTF8.self) }
}

extension Sequence {
    /// One piece of page for each, in order: `releases.html { "<li>\($0.name)</li>" }`.
    public func html(_ piece: (Element) throws -> HTML) rethrows -> HTML {
        HTML(try map(piece))
    }
}
