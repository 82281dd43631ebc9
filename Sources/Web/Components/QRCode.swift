import CQRCode

/// A picture that a telephone reads from the screen. Whatever it says must stand beside it in words too.
public struct QRCode: Sendable {
    let text: String
    let description: String

    public init(_ text: String, describedAs description: String) {
        self.text = text
        self.description = description
    }

    /// Nothing where the text is longer than such a picture can hold (some 2,300 bytes).
    public var html: HTML? {
        guard let (side, dark) = drawn else { return nil }
        return """
            <svg class="qr-code" viewBox="0 0 \(side) \(side)" role="img" aria-label="\(description)" \
            shape-rendering="crispEdges"><path class="qr-code__ground" d="M0 0h\(side)v\(side)h-\(side)z"/><path d="\(dark)"/></svg>
            """
    }

    /// The same as a picture by itself, for a paper; nothing where the text is too long.
    public var picture: String? {
        guard let (side, dark) = drawn else { return nil }
        return """
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(side) \(side)" shape-rendering="crispEdges">\
            <path fill="#ffffff" d="M0 0h\(side)v\(side)h-\(side)z"/><path fill="#000000" d="\(dark)"/></svg>
            """
    }

    /// How many modules it is wide, with the quiet around it, and where it is dark, as a path of SVG.
    private var drawn: (side: Int, dark: String)? {
        guard let code = QRcode_encodeString(text, 0, QR_ECLEVEL_M, QR_MODE_8, 1) else { return nil }
        defer { QRcode_free(code) }
        let width = Int(code.pointee.width)
        var dark = ""
        for index in 0..<width * width where code.pointee.data[index] & 1 == 1 {
            dark += "M\(index % width + Self.margin) \(index / width + Self.margin)h1v1h-1z"
        }
        return (width + 2 * Self.margin, dark)
    }

    /// ISO/IEC 18004 asks for four modules of quiet around it.
    private static let margin = 4
}
