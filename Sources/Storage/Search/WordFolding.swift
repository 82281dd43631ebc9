import Foundation

/// Letters as search compares them: without case, accents and the ways in which scripts write the same letter twice.
/// ‘Café’ is ‘cafe’, and so are ŵ and ŷ what is on everybody's keyboard.
enum WordFolding {
    /// No word is longer: what comes after is not compared.
    private static let longest = 64

    /// A word in lower case, of letters, digits and the apostrophes within it.
    static func fold(_ word: Substring) -> String {
        if word.utf8.allSatisfy({ $0 < 0x80 }) {
            return String(decoding: word.utf8.filter(isKept).prefix(longest).map(lowered), as: UTF8.self)
        }
        var folded = String.UnicodeScalarView()
        for scalar in word.lowercased().decomposedStringWithCompatibilityMapping.unicodeScalars {
            guard folded.count < longest else { break }
            if let letters = alike[scalar] {
                folded.append(contentsOf: letters.unicodeScalars)
            } else if scalar.isLetter || scalar.properties.generalCategory == .spacingMark {
                folded.append(scalar)
            }
        }
        return String(folded)
    }

    private static func isKept(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "'"):
            true
        default: false
        }
    }

    private static func lowered(_ byte: UInt8) -> UInt8 {
        (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte + 0x20 : byte
    }

    /// Letters that are not another letter with a mark on it, and are written so all the same.
    private static let alike: [Unicode.Scalar: String] = [
        "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ł": "l", "ħ": "h", "ı": "i",
        "ς": "σ", "’": "'", "ʼ": "'",
    ]
}

extension Unicode.Scalar {
    /// Whether a word is made of such: letters and digits of any script.
    var isLetter: Bool {
        if value < 0x80 {
            return (0x61...0x7A).contains(value | 0x20) || (0x30...0x39).contains(value)
        }
        return switch properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber,
            .letterNumber, .otherNumber:
            true
        default: false
        }
    }

    /// Whether it goes on a word that has begun: accents and vowel signs that stand by themselves.
    var continuesWord: Bool {
        guard value >= 0x80 else { return false }
        return switch properties.generalCategory {
        case .nonspacingMark, .spacingMark, .enclosingMark: true
        default: false
        }
    }
}
