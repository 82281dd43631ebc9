import Foundation
import Storage

/// What somebody noted for themselves on an item of a meeting, or on the meeting as a whole.
public struct PrivateNote: Hashable, Sendable {
    public let text: String
    /// How often it was written.
    public let revision: Int
    public let writtenAt: Date

    /// The most that is kept of one, in characters.
    public static let longest = 20_000

    /// The place of a note on the meeting as a whole, beside the items’ own.
    public static let ofMeeting = "meeting"

    /// Two devices wrote in the same place, neither knowing of the other: whichever holds the other’s words stands, and where
    /// neither does both stay, one below the other. Their writer sorts it out; nothing is lost.
    ///
    /// - Parameters:
    ///   - kept: what is in the records.
    ///   - sent: what came now.
    public static func together(kept: String, sent: String) -> String {
        let (one, other) = (plain(kept), plain(sent))
        if one.isEmpty || other.contains(one) { return other }
        if other.isEmpty || one.contains(other) { return one }
        return "\(one)\n\nAlso written, on another device:\n\n\(other)"
    }

    /// Browsers send lines that end in two characters.
    static func plain(_ text: String) -> String {
        text.replacing("\r\n", with: "\n").trimmingCharacters(in: .whitespacesAndNewlines)
    }
}

/// A note as it is sent.
public struct NoteChange: Hashable, Sendable {
    public let item: String
    public let text: String
    /// Made by whoever sends it, and the same when it is sent again.
    public let key: String
    /// The revision it was begun from, 0 where there was none.
    public let after: Int

    public init(item: String, text: String, key: String, after: Int) {
        (self.item, self.text, self.key, self.after) = (item, text, key, after)
    }
}
