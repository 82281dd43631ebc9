/// A calendar as other programs read it, line by line. (RFC 5545, 3.1 and 3.3.11.)
struct CalendarText {
    private(set) var bytes: [UInt8] = []

    /// A line whose value is already as the format wants it: a date, a number, an address.
    mutating func line(_ name: String, _ value: String) {
        fold(Array("\(name):\(Self.plain(value))".utf8))
    }

    /// A line whose value is text for people.
    mutating func text(_ name: String, _ text: String) {
        fold(Array("\(name):\(Self.escaped(text))".utf8))
    }

    /// As the value of a parameter: in quotation marks, so it has none itself.
    static func quoted(_ text: String) -> String {
        "\"\(plain(text).replacing("\"", with: "’"))\""
    }

    static func escaped(_ text: String) -> String {
        var escaped = ""
        for scalar in text.replacing("\r\n", with: "\n").unicodeScalars {
            switch scalar {
            case "\\", ";", ",": escaped += "\\\(scalar)"
            case "\n", "\r": escaped += "\\n"
            case _ where isControl(scalar): continue
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }

    /// Without what would end the line.
    private static func plain(_ text: String) -> String {
        var plain = ""
        plain.unicodeScalars.append(contentsOf: text.unicodeScalars.filter { !isControl($0) })
        return plain
    }

    private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value < 0x20 && scalar != "\t" || scalar.value == 0x7F
    }

    /// No line is longer than 75 bytes; what is goes on in the next, behind a space, and no character is cut in two.
    private mutating func fold(_ line: [UInt8]) {
        var rest = line[...]
        var room = 75
        while rest.count > room {
            var end = rest.startIndex + room
            while end > rest.startIndex + 1, rest[end] & 0xC0 == 0x80 { end -= 1 }
            bytes += rest[..<end] + Self.lineEnd + [UInt8(ascii: " ")]
            rest = rest[end...]
            room = 74
        }
        bytes += rest + Self.lineEnd
    }

    private static let lineEnd: [UInt8] = [0x0D, 0x0A]
}
