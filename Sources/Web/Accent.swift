import Foundation

/// The one colour that a partnership can have as its own: dark enough that words in it can be read wherever the pages
/// set them, and white words on it.
public struct Accent: Hashable, Sendable {
    /// `#1f5673`
    public let hex: String

    /// The house’s own, where a partnership has none.
    public static let house = "#1f5673"

    /// How far text must stand out from its ground (WCAG 2.2, 1.4.3).
    private static let least = 4.5

    /// - Throws: ``AccentRefusal``
    public init(_ text: String) throws(AccentRefusal) {
        guard let colour = SRGB(text) else { throw .notAColour(text) }
        let contrast = colour.contrast(on: colour.mixed(into: .paper, share: 0.04))
        guard contrast >= Self.least else { throw .tooPale(text, contrast: contrast) }
        hex = text.lowercased()
    }
}

/// A colour cannot be the accent.
public enum AccentRefusal: Error, Hashable, Sendable, CustomStringConvertible {
    case notAColour(String)
    case tooPale(String, contrast: Double)

    public var description: String {
        switch self {
        case .notAColour(let text):
            "‘\(text)’ is not a colour. Write # and six hexadecimal digits, like #1f5673."
        case .tooPale(let text, let contrast):
            "\(text) stands out from the page by only \(contrast.formatted(.number.precision(.fractionLength(1)))) to 1, "
                + "and words in it need 4.5 to 1 (WCAG 2.2, 1.4.3). Choose a darker one."
        }
    }
}

/// A colour of the screen, channels from 0 to 1.
private struct SRGB {
    let channels: [Double]

    /// `--paper` of the style sheet: the darkest ground of a whole page. A row under the pointer has a little of the
    /// accent besides (`data-table.css`).
    static let paper = SRGB(channels: [0xFB / 255, 0xFA / 255, 0xF7 / 255])

    init(channels: [Double]) {
        self.channels = channels
    }

    init?(_ hex: String) {
        guard hex.utf8.count == 7, hex.hasPrefix("#"), hex.dropFirst().allSatisfy(\.isHexDigit),
            let value = Int(hex.dropFirst(), radix: 16)
        else { return nil }
        channels = [16, 8, 0].map { Double(value >> $0 & 0xFF) / 255 }
    }

    func mixed(into ground: SRGB, share: Double) -> SRGB {
        SRGB(channels: zip(channels, ground.channels).map { $0 * share + $1 * (1 - share) })
    }

    /// WCAG 2.2, "contrast ratio".
    func contrast(on ground: SRGB) -> Double {
        let (one, other) = (luminance + 0.05, ground.luminance + 0.05)
        return max(one, other) / min(one, other)
    }

    /// WCAG 2.2, "relative luminance".
    private var luminance: Double {
        let linear = channels.map { $0 <= 0.04045 ? $0 / 12.92 : pow(($0 + 0.055) / 1.055, 2.4) }
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
    }
}
