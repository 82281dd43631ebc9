/// An address within this site: `/assessment/thanet?from=2014-01`.
///
/// It is written as a literal whose interpolations are percent-encoded, so that a name with a slash, a space or a
/// quotation mark stays one step of the path. It always begins with a single `/`, so no redirect can leave the site.
public struct Address: Sendable, Hashable {
    /// As it stands in a request, not yet escaped for a page.
    public let text: String

    private init(text: String) {
        self.text = text
    }

    /// An address that came from outside, such as the page to return to after signing in.
    ///
    /// Nothing is made of `//elsewhere.example`, `/\elsewhere.example`, `javascript:…` or anything with a control
    /// character: browsers read those as leaving the site.
    public init?(untrusted text: String) {
        let bytes = Array(text.utf8)
        guard bytes.first == UInt8(ascii: "/"), bytes.dropFirst().first != UInt8(ascii: "/"),
            bytes.allSatisfy({ $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "\\") })
        else { return nil }
        self.init(text: text)
    }

    /// The same path with these questions after it, in this order; those without an answer are left out.
    public func asking(_ questions: KeyValuePairs<StaticString, String?>) -> Address {
        var text = text
        var mark = text.utf8.contains(UInt8(ascii: "?")) ? "&" : "?"
        for case (let name, let answer?) in questions {
            text += mark + "\(name)=" + Self.encoded(answer)
            mark = "&"
        }
        return Address(text: text)
    }

    /// The same page, at the part that has this identifier.
    public func at(_ fragment: StaticString) -> Address {
        Address(text: text + "#\(fragment)")
    }

    private static func encoded(_ text: String) -> String {
        var encoded: [UInt8] = []
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
                UInt8(ascii: "~"):
                encoded.append(byte)
            default:
                encoded += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            }
        }
        return String(decoding: encoded, as: UTF8.self)
    }

    private static let digits = Array("0123456789ABCDEF".utf8)
}

extension Address: ExpressibleByStringInterpolation {
    public init(stringLiteral value: StaticString) {
        self.init(text: "\(value)")
    }

    public init(stringInterpolation: StringInterpolation) {
        self.init(text: stringInterpolation.text)
    }

    public struct StringInterpolation: StringInterpolationProtocol {
        fileprivate var text = ""

        public init(literalCapacity: Int, interpolationCount: Int) {
            text.reserveCapacity(literalCapacity + interpolationCount * 16)
        }

        public mutating func appendLiteral(_ literal: StaticString) {
            text += "\(literal)"
        }

        public mutating func appendInterpolation(_ step: String) {
            text += Address.encoded(step)
        }

        /// A page that this one lies under, as it is: never after a slash, for two would leave the site.
        public mutating func appendInterpolation(_ page: Address) {
            text += text.hasSuffix("/") ? String(page.text.dropFirst()) : page.text
        }

        public mutating func appendInterpolation(_ step: some LosslessStringConvertible) {
            text += Address.encoded(step.description)
        }
    }
}

extension Address: CustomStringConvertible {
    public var description: String { text }
}
