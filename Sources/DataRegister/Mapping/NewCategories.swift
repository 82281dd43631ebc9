import Storage

/// A category that no earlier file of a set had: it is no measure until somebody takes it in.
public struct NewCategory: Hashable, Sendable {
    public let name: String
    public let rows: Int
}

/// Those of a file, while its rows go by.
struct NewCategories {
    private var rows: [CategoryName: Int] = [:]
    /// As each is written first.
    private var order: [String] = []
    /// More are no categories but texts.
    static let most = 60

    mutating func add(_ name: String) {
        let same = CategoryName(name)
        if rows[same] == nil { order.append(name) }
        rows[same, default: 0] += 1
    }

    /// In the order of the file; nil where they are too many to be categories.
    var found: [NewCategory]? {
        order.count > Self.most ? nil : order.map { NewCategory(name: $0, rows: rows[CategoryName($0)] ?? 0) }
    }
}

extension DataMapping {
    /// A measure that it would count into, and that is another’s by now: a file that was taken in meanwhile has its address. Nil of none.
    func claimed(in set: DataSetAddress, among known: [Measure]) -> (own: String, other: String)? {
        for one in measures(of: set) {
            let names = category.measures.filter { $0.value == one.address.name }.map(\.key) + [one.name]
            guard let there = known.first(where: { $0.address == one.address }) else { continue }
            if !names.map(CategoryName.init).contains(CategoryName(there.name)) { return (one.name, there.name) }
        }
        return nil
    }

    /// The same with more categories, each of which becomes a measure that is counted and judged as the others are.
    ///
    /// - Parameter known: the measures of the set.
    /// - Returns: nil where no column tells the category, or there would be more than a person looks through.
    func taking(_ categories: [NewCategory], of set: DataSetAddress, among known: [Measure]) -> DataMapping? {
        guard case .column(let column, var values) = category, let like = measures(of: set).first ?? known.first,
            values.count + categories.count <= NewCategories.most
        else { return nil }
        var made = measures(of: set)
        var addresses = CategoryAddresses(of: set, known: made + known, for: categories.map(\.name))
        for one in categories {
            guard let address = addresses.address(of: one.name) else { return nil }
            values[one.name] = address.name
            let isThere = (made + known).contains { $0.address == address }
            if !isThere { made.append(Measure(address, name: one.name, unit: like.unit, polarity: like.polarity)) }
        }
        return DataMapping(
            headings: headings, placeForm: placeForm, placeColumn: placeColumn, longitudeColumn: longitudeColumn,
            timeForm: timeForm, timeColumn: timeColumn, category: .column(column, values), count: count, measures: made)
    }
}
