import Foundation
import Storage

/// All that a report says at one moment: the answers to its parts, and its lists in their order.
public struct ReportContent: Hashable, Sendable, Codable {
    /// Something in a list.
    public struct Item: Hashable, Sendable, Codable {
        public let id: ID<ReportItem>
        public let answers: PartAnswers

        public init(_ id: ID<ReportItem>, _ answers: PartAnswers) {
            (self.id, self.answers) = (id, answers)
        }
    }

    private var parts: [String: PartAnswers] = [:]
    private var lists: [String: [Item]] = [:]

    public init() {}

    /// - Parameter saved: the answers at each place that was ever saved, as they are at that moment.
    init(_ saved: [ReportPlace: PartAnswers]) {
        for (place, answers) in saved {
            switch place {
            case .part(let part): parts[part.rawValue] = answers
            case .order(let list):
                lists[list.rawValue] = ItemOrder(answers).ids.compactMap { id in
                    saved[.item(list, id)].map { Item(id, $0) }
                }
            case .item: continue
            }
        }
    }

    public subscript(part: ReportPart) -> PartAnswers {
        get { parts[part.rawValue] ?? PartAnswers() }
        set { parts[part.rawValue] = newValue }
    }

    public subscript(list: ReportList) -> [Item] {
        get { lists[list.rawValue] ?? [] }
        set { lists[list.rawValue] = newValue }
    }

    /// Nil where nothing stands there.
    public subscript(place: ReportPlace) -> PartAnswers? {
        switch place {
        case .part(let part): parts[part.rawValue]
        case .order(let list): ItemOrder(self[list].map(\.id)).answers
        case .item(let list, let id): self[list].first { $0.id == id }?.answers
        }
    }

    /// Writes something else where something stands; an item that is not there is not made.
    mutating func set(_ answers: PartAnswers, at place: ReportPlace) {
        switch place {
        case .part(let part): self[part] = answers
        case .item(let list, let id): self[list] = self[list].map { $0.id == id ? Item(id, answers) : $0 }
        case .order: return
        }
    }

    /// Every place at which something stands, in the order of the paper.
    var places: [ReportPlace] {
        ReportPart.allCases.filter { !self[$0].isEmpty }.map(ReportPlace.part)
            + ReportList.allCases.flatMap { list in self[list].map { ReportPlace.item(list, $0.id) } }
    }

    /// The bytes that are hashed: the same for the same content, on every machine.
    ///
    /// - Throws: `EncodingError`
    func canonical() throws -> [UInt8] { try [UInt8](JSONEncoder.canonical.encode(self)) }
}

extension JSONEncoder {
    /// Keys in order and nothing left to the machine, so that the same value is the same bytes.
    static var canonical: JSONEncoder {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        encoder.dateEncodingStrategy = .iso8601
        return encoder
    }
}

/// In which order the items of a list stand. An item that is not named is removed, and nothing of it is lost.
struct ItemOrder: Hashable, Sendable {
    private(set) var ids: [ID<ReportItem>]

    init(_ ids: [ID<ReportItem>]) {
        self.ids = ids
    }

    init(_ answers: PartAnswers) {
        ids = answers["items"].split(separator: " ").compactMap { ID<ReportItem>(String($0)) }
    }

    var answers: PartAnswers { PartAnswers(["items": ids.map(\.description).joined(separator: " ")]) }

    /// Moves one by a place; nothing where it is at that end, or not there.
    func moving(_ id: ID<ReportItem>, up: Bool) -> ItemOrder? {
        guard let place = ids.firstIndex(of: id) else { return nil }
        let other = up ? place - 1 : place + 1
        guard ids.indices.contains(other) else { return nil }
        var moved = ids
        moved.swapAt(place, other)
        return ItemOrder(moved)
    }

    /// Nothing where it is not there.
    func removing(_ id: ID<ReportItem>) -> ItemOrder? {
        ids.contains(id) ? ItemOrder(ids.filter { $0 != id }) : nil
    }

    /// Puts one back where it stood: after the nearest of those before it that are still there.
    ///
    /// - Parameter before: the order when it was last in it.
    func returning(_ id: ID<ReportItem>, asIn before: ItemOrder) -> ItemOrder? {
        guard !ids.contains(id), let place = before.ids.firstIndex(of: id) else { return nil }
        let above = before.ids[..<place].last { ids.contains($0) }
        var returned = ids
        returned.insert(id, at: above.flatMap { ids.firstIndex(of: $0) }.map { $0 + 1 } ?? 0)
        return ItemOrder(returned)
    }
}
