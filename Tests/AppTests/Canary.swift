import Foundation
import Membership
import ScratchDatabases
import Storage

/// A token that stands in one place of the records, and who may see it (S1).
struct Canary: Sendable {
    /// Nothing else looks like it. Lower-case letters and digits: the same in HTML, JSON, a URL, a CSV and a PDF.
    let token: String
    /// Where it stands: `body.purpose`, and in which row.
    let field: String
    let row: String
    /// Whether it is of the partnership that this site is for.
    let isOurs: Bool
    let readers: Readers
    /// Whom it is about, where that matters.
    let person: ID<Person>?

    static let mark = "cnry"
    static let length = 20

    /// Whether somebody may see it.
    func isSeen(by onlooker: Onlooker) -> Bool {
        guard isOurs, let member = onlooker.person else { return false }
        return switch readers {
        case .nobody: false
        case .holders(let permission): onlooker.permissions.contains(permission)
        case .holdersOfBoth(let one, let other):
            onlooker.permissions.contains(one) && onlooker.permissions.contains(other)
        case .oneself: member == person
        case .oneselfAndHolders(_, let permission): member == person || onlooker.permissions.contains(permission)
        }
    }
}

/// All that were sown, found again in bytes.
struct Canaries: Sendable {
    private(set) var byToken: [String: Canary] = [:]
    /// A word for each field, which its canaries share: looked for instead of them, since a page of results repeats what
    /// was looked for.
    private(set) var words: [String: String] = [:]

    /// The same each time: what comes first in a list, and is seen, must not hang on luck.
    private var chance = SeededChance(seed: 39)

    var all: [Canary] { Array(byToken.values) }

    /// - Returns: what to write into the field.
    mutating func hatch(
        _ field: String, row: String, isOurs: Bool, readers: Readers, person: ID<Person>? = nil,
        as shape: Shape = .words
    ) -> String {
        let letters = Array("abcdefghjkmnpqrstvwxyz0123456789")
        func some(_ count: Int) -> String {
            String((0..<count).map { _ in letters.randomElement(using: &chance) ?? "x" })
        }
        let token = Canary.mark + some(Canary.length - Canary.mark.count)
        byToken[token] = Canary(
            token: token, field: field, row: row, isOurs: isOurs, readers: readers, person: person)
        let place = "\(field) \(isOurs)"
        let word = words[place] ?? "wrd" + some(12)
        words[place] = word
        return switch shape {
        case .words, .secret: "\(word) \(token)"
        case .email: "\(token)@example.org"
        case .list: "[\"\(word) \(token)\"]"
        }
    }

    /// Which stand in some bytes.
    func found(in bytes: [UInt8]) -> [Canary] {
        let text = Data(String(decoding: bytes, as: UTF8.self).lowercased().utf8)
        let mark = Data(Canary.mark.utf8)
        var found: [String: Canary] = [:]
        var rest = text[...]
        while let place = rest.range(of: mark) {
            let token = String(decoding: text[place.lowerBound...].prefix(Canary.length), as: UTF8.self)
            found[token] = byToken[token]
            rest = text[place.upperBound...]
        }
        return Array(found.values)
    }
}

/// Somebody who looks, with what they may do.
struct Onlooker: Sendable {
    let name: String
    let browser: Browser
    /// Nil for whoever is nobody here.
    var person: ID<Person>?
    var permissions: Set<Permission> = []
}

/// A canary that was seen by somebody it is not for.
struct Leak: Hashable, CustomStringConvertible {
    let who: String
    let field: String
    let address: String

    var description: String { "\(who) sees \(field) at \(address)" }
}
