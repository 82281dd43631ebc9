/// A colour on the screen (sRGB).
public struct Colour: Hashable, Sendable {
    /// 0 to 1 each.
    let red: Double
    let green: Double
    let blue: Double

    /// Reads `#1f5673`; `nil` for anything else.
    public init?(_ hex: String) {
        let digits = hex.utf8.dropFirst()
        guard hex.utf8.first == UInt8(ascii: "#"), digits.count == 6, hex.dropFirst().allSatisfy(\.isHexDigit),
            let value = Int(hex.dropFirst(), radix: 16)
        else { return nil }
        self.init(
            red: Double(value >> 16) / 255, green: Double(value >> 8 & 0xFF) / 255, blue: Double(value & 0xFF) / 255)
    }

    init(red: Double, green: Double, blue: Double) {
        self.red = red
        self.green = green
        self.blue = blue
    }

    /// The deep teal a partnership has until it chooses its own.
    public static let house = Colour(red: 0x1F / 255, green: 0x56 / 255, blue: 0x73 / 255)

    static let white = Colour(red: 1, green: 1, blue: 1)
    static let black = Colour(red: 0, green: 0, blue: 0)

    /// `#1f5673`
    public var hex: String {
        "#"
            + [red, green, blue].map { channel in
                let digits = String(Int((channel * 255).rounded()), radix: 16)
                return digits.count < 2 ? "0" + digits : digits
            }.joined()
    }

    /// Relative luminance, 0 to 1, as WCAG 2.2 defines it but for its transfer curve, here the power 2.25, which
    /// differs by less than 0.02 and needs no mathematics library.
    var luminance: Double {
        func linear(_ channel: Double) -> Double { channel * channel * channel.squareRoot().squareRoot() }
        return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
    }

    func mixed(with other: Colour, share: Double) -> Colour {
        func mix(_ own: Double, _ other: Double) -> Double { own + (other - own) * share }
        return Colour(red: mix(red, other.red), green: mix(green, other.green), blue: mix(blue, other.blue))
    }

    /// The colour's tint or shade of the given luminance.
    func with(luminance target: Double) -> Colour {
        let end: Colour = luminance > target ? .black : .white
        var (low, high) = (0.0, 1.0)
        for _ in 0..<24 {
            let middle = (low + high) / 2
            let isBeyond = (mixed(with: end, share: middle).luminance > target) == (end == .white)
            if isBeyond { high = middle } else { low = middle }
        }
        return mixed(with: end, share: low)
    }

    /// The colour, darkened if need be to stand out from white paper by 4.5 to 1 (WCAG 2.2, 1.4.3).
    var onPaper: Colour { luminance > 0.17 ? with(luminance: 0.17) : self }

    /// Tints and shades from light to dark for ordered classes; they stay in order in grey too.
    func ramp(_ classes: Int) -> [Colour] {
        let five = [0.76, 0.53, 0.33, 0.17, 0.06]
        let chosen: [Double] =
            switch classes {
            case ...1: [five[2]]
            case 2: [five[1], five[3]]
            case 3: [five[0], five[2], five[4]]
            case 4: [five[0], five[1], five[2], five[4]]
            default: five
            }
        return chosen.map(with(luminance:))
    }
}
