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
        guard let code = QRcode_encodeString(text, 0, QR_ECLEVEL_M, QR_MODE_8, 1) else { return nil }
        defer { QRcode_free(code) }
        let width = Int(code.pointee.width)
        var dark = ""
        for index in 0..<width * width where code.pointee.data[index] & 1 == 1 {
            dark += "M\(index % width + Self.margin) \(index / width + Self.margin)h1v1h-1z"
        }
        let side = width + 2 * Self.margin
        return """
            <svg class="qr-code" viewBox="0 0 \(side) \(side)" role="img" aria-label="\(description)" \
            shape-rendering="crispEdges"><path class="qr-code__ground" d="M0 0h\(side)v\(side)h-\(side)z"/><path d="\(dark)"/></svg>
            """
    }

    /// ISO/IEC 18004 asks for four modules of quiet around it.
    private static let margin = 4
}
