import Foundation
import Storage
import Wording

/// Puts entries into words, with the names that their things have now.
struct ActivityTelling {
    private let entries: [KeptEntry]
    private let reader: ActivityReader
    private let isOwn: Bool
    /// By kind and address.
    private var names: [Entry.Subject: String] = [:]

    /// - Parameter isOwn: whether they are the reader's own doings: these they may know of even where the things are no
    ///   longer theirs to see, which are then not named.
    init(of entries: [KeptEntry], to reader: ActivityReader, isOwn: Bool, in db: Reading) throws {
        (self.entries, self.reader, self.isOwn) = (entries, reader, isOwn)
        var wanted: [String: Set<String>] = [:]
        for entry in entries {
            wanted[entry.subject.kind, default: []].insert(entry.subject.address)
            for change in entry.fieldChanges {
                guard let kind = reader.words.field(change.field).naming else { continue }
                wanted[kind, default: []].formUnion([change.before, change.after].compactMap(\.asText))
            }
        }
        for (kind, addresses) in wanted {
            for (address, name) in try reader.words.kind(kind)?.names(db, addresses.sorted()) ?? [:] {
                names[Entry.Subject(kind, address)] = name
            }
        }
    }

    var items: [ActivityItem] { entries.compactMap(item) }

    private func item(_ entry: KeptEntry) -> ActivityItem? {
        guard let telling = reader.words.telling(of: EntrySort(kind: entry.subject.kind, act: entry.act)) else {
            return nil
        }
        let isWhole = reader.mayRead(telling.readers) || (telling.readers.isPersonal && isAboutReader(entry))
        let thing = isWhole ? thing(of: entry, telling) : nil
        return ActivityItem(
            number: entry.number, at: entry.at, who: who(entry, telling), deed: deed(entry, telling, isWhole),
            thing: thing,
            refusal: entry.refusal, reason: isWhole ? entry.why : nil,
            changes: isWhole ? changes(of: entry, telling, besides: thing?.name) : [],
            isCurtailed: !isWhole && telling.isNamed, act: entry.act, subject: entry.subject)
    }

    private func isAboutReader(_ entry: KeptEntry) -> Bool {
        reader.isOneself(entry.subject) || entry.by.key == .member(reader.member.description)
    }

    private func who(_ entry: KeptEntry, _ telling: Telling) -> String {
        switch entry.by.key {
        case .member(let id) where isOwn && id == reader.member.description: ActivityItem.oneself
        case .job("sign-in page") where showsWho(entry, telling):
            isOwn && reader.isOneself(entry.subject) ? ActivityItem.oneself : names[entry.subject] ?? "Somebody"
        // Who that was is what they are about to show.
        case .job("sign-in page"): "Somebody on the sign-in page"
        default: entry.by.inWords
        }
    }

    private func deed(_ entry: KeptEntry, _ telling: Telling, _ isWhole: Bool) -> String {
        if entry.outcome == .refused { return "tried to \(telling.sought)" }
        let did = isToOneself(entry, telling) ? telling.didToOneself ?? telling.did : telling.did
        guard isWhole, let name = somebody(in: entry, telling) else { return did }
        return did.replacing("somebody", with: name)
    }

    /// Whom it is done to, where the words have “somebody” and a field says who that is.
    private func somebody(in entry: KeptEntry, _ telling: Telling) -> String? {
        guard entry.outcome == .done, let field = telling.somebody else { return nil }
        return entry.fieldChanges.first { $0.field == field }?.after.asText
    }

    private func showsWho(_ entry: KeptEntry, _ telling: Telling) -> Bool {
        entry.outcome == .done && telling.showsWho
    }

    private func isToOneself(_ entry: KeptEntry, _ telling: Telling) -> Bool {
        showsWho(entry, telling)
            || entry.by.key == .member(entry.subject.address) && ["person", "member"].contains(entry.subject.kind)
    }

    private func thing(of entry: KeptEntry, _ telling: Telling) -> ActivityItem.Thing? {
        let saysItAll = entry.outcome == .done && isToOneself(entry, telling) && telling.didToOneself != nil
        guard telling.isNamed, !saysItAll, let kind = reader.words.kind(entry.subject.kind) else { return nil }
        if isOwn, reader.isOneself(entry.subject) { return .init(name: "you", path: nil) }
        guard let name = names[entry.subject] else { return .init(name: kind.missing, path: nil) }
        let place = kind.place.flatMap { reader.mayOpen($0) ? $0 : nil }
        return .init(name: name, path: place?.path(entry.subject.address))
    }

    /// - Parameter name: the thing's own, which need not be said again.
    private func changes(of entry: KeptEntry, _ telling: Telling, besides name: String?) -> [String] {
        let told = somebody(in: entry, telling) == nil ? nil : telling.somebody
        return entry.fieldChanges.compactMap { change in
            guard change.field != told else { return nil }
            let field = reader.words.field(change.field)
            let (before, after) = (words(change.before, field), words(change.after, field))
            switch (before, after) {
            case (nil, nil): return nil
            case (nil, let after?): return isSaid(after, by: name) ? nil : "\(field.label): \(after)"
            case (let before?, nil): return "\(field.label): none; before, \(before)"
            case (let before?, let after?) where before == after:
                return field.isAlwaysTold ? "\(field.label): \(after)" : nil
            case (let before?, let after?): return "\(field.label): \(after); before, \(before)"
            }
        }
    }

    /// A seat goes by its title and its body: both are told with its name.
    private func isSaid(_ value: String, by name: String?) -> Bool {
        name.map { $0 == value || $0.hasPrefix("\(value), ") } ?? false
    }

    /// A value as people read it; nil for none.
    private func words(_ value: Value, _ field: EntryField) -> String? {
        switch value {
        case .null: return nil
        case .boolean(let truth): return truth ? "yes" : "no"
        case .integer(let number): return Int(number).grouped
        case .real(let number): return number.description
        case .bytes: return nil
        case .text(let text) where text.isEmpty: return nil
        case .text(let text):
            if let kind = field.naming { return names[Entry.Subject(kind, text)] ?? "one that is no longer there" }
            return Day(text)?.words ?? Date(sqlValue: value)?.dayAndTime ?? text
        }
    }
}

extension Value {
    fileprivate var asText: String? { if case .text(let text) = self { text } else { nil } }
}

extension Day {
    /// “9 February 2016”.
    fileprivate var words: String {
        TypedDay(day: "\(number)", month: "\(month)", year: "\(year)").inWords ?? description
    }
}
