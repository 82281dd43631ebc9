/// What a cell is made of, which tells at once most of what it cannot be.
struct CellMake {
    private(set) var digits = 0
    private(set) var letters = 0
    private(set) var blanks = 0
    /// What may part the day from the month: blanks, dashes, points and strokes.
    private(set) var partings = 0
    private(set) var hasAt = false
    private(set) var hasNought = false
    private(set) var isASCII = true
    /// Whether blanks may stand before it or after it.
    let mayHaveBlanksAround: Bool
    let length: Int

    init(_ bytes: some Collection<UInt8>) {
        var (first, last) = (UInt8(ascii: "x"), UInt8(ascii: "x"))
        var length = 0
        for byte in bytes {
            if length == 0 { first = byte }
            last = byte
            length += 1
            switch byte {
            case 0x30...0x39: digits += 1
            case 0x61...0x7A, 0x41...0x5A: letters += 1
            case 0x20:
                blanks += 1
                partings += 1
            case 0x2D...0x2F: partings += 1
            case 0x40: hasAt = true
            case 0: hasNought = true
            case 0x80...: isASCII = false
            default: break
            }
        }
        self.length = length
        mayHaveBlanksAround = first <= 0x20 || last <= 0x20 || first >= 0x80 || last >= 0x80
    }

    /// A number of few digits: it can be nobody.
    var isSmallNumber: Bool { isASCII && length < 8 && letters == 0 && !hasAt && partings < 2 && digits > 0 }
    /// Whether something may stand inside it that tells who somebody is.
    var mayHaveMarks: Bool { !isASCII || hasAt || digits >= 10 || digits >= 2 && letters >= 3 }
    var mayBePostcode: Bool { !isASCII || digits >= 2 && letters >= 3 && length <= 24 }
    var mayBeName: Bool { digits == 0 && (!isASCII || letters > 1) }
    /// Of a small number: whether it has five figures, and nothing or a nought behind the point.
    var mayBeExcelDay: Bool { length == 5 && digits == 5 || length == 7 && digits == 6 && partings == 1 }
    var mayBeGridReference: Bool { digits >= 8 && letters >= 2 && length <= 24 }
    var mayBeMonth: Bool { (6...14).contains(length) && digits >= 2 && partings == 1 }
    var mayBeDay: Bool {
        (6...25).contains(length) && (digits == 8 && length == 8 || digits >= 3 && partings >= 2)
    }
}
