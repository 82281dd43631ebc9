import Foundation

extension String {
    /// Whether people would look for it before another: "Member 2" before "Member 10". Nil where both are alike.
    func stands(before other: String) -> Bool? {
        switch plainly(comparedTo: other) ?? compared(to: other) {
        case .orderedAscending: true
        case .orderedDescending: false
        case .orderedSame: nil
        }
    }

    func compared(to other: String) -> ComparisonResult {
        compare(other, options: [.caseInsensitive, .diacriticInsensitive, .numeric])
    }

    /// The same for names of nothing but letters, digits and what stands between words in plain English, which is nearly
    /// all of them: a page that shows who sits where puts hundreds in order. Nil where one has something else in it.
    func plainly(comparedTo other: String) -> ComparisonResult? {
        var (first, second) = (self, other)
        return first.withUTF8 { first in
            second.withUTF8 { second in
                guard first.allSatisfy(isPlain), second.allSatisfy(isPlain) else { return nil }
                var (one, two) = (first[...], second[...])
                while let left = one.first, let right = two.first {
                    let isSmaller: Bool
                    if isDigit(left), isDigit(right) {
                        // Longer than any number anybody counts to: left to Foundation.
                        guard let left = takeNumber(&one), let right = takeNumber(&two) else { return nil }
                        if left == right { continue }
                        isSmaller = left < right
                    } else {
                        let (left, right) = (lowered(one.removeFirst()), lowered(two.removeFirst()))
                        if left == right { continue }
                        isSmaller = left < right
                    }
                    return isSmaller ? .orderedAscending : .orderedDescending
                }
                return one.isEmpty ? (two.isEmpty ? .orderedSame : .orderedAscending) : .orderedDescending
            }
        }
    }
}

private func isPlain(_ byte: UInt8) -> Bool { (0x20...0x7E).contains(byte) }

private func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }

private func lowered(_ byte: UInt8) -> UInt8 {
    (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte
}

/// Takes the digits off the front, as the number they write; nil where it has more than nine.
private func takeNumber(_ text: inout Slice<UnsafeBufferPointer<UInt8>>) -> Int? {
    let digits = text.prefix(while: isDigit)
    guard digits.count < 10 else { return nil }
    text = text.dropFirst(digits.count)
    return digits.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
}
