import Wording

/// Specimens of lists that can be narrowed, put in order and paged through.
extension StyleGuideTrial {
    var lists: [StyleGuide.Specimen] {
        [
            .init(
                "lists", "List",
                "For more rows than can be taken in. The address says how it stands, so it can be kept and sent.",
                list),
            .init(
                "paging", "Pages", "Under a list of more than fifty rows; never for parts of one text.",
                HTML(
                    [(1, 4), (5, 12), (12, 12)].compactMap { number, last in
                        Pagination(
                            PageOfMany("\(number)", size: 20, total: last * 20),
                            label: "Specimen, page \(number) of \(last)"
                        ) { _ in "/style-guide" }.html
                    })),
            .init(
                "older-newer", "Older and newer",
                "Under a list that grows at its head and whose end nobody counts, such as what was done.",
                HTML(
                    [
                        OlderNewer("Specimen, in the midst", newer: "/style-guide", older: "/style-guide").html,
                        OlderNewer("Specimen, the newest", newer: nil, older: "/style-guide").html,
                    ].compactMap(\.self))),
        ]
    }

    private var list: HTML {
        let found = Self.agencies.filter { sought.isEmpty || $0.name.lowercased().contains(sought.lowercased()) }
            .sorted { one, other in
                switch order.column {
                case "seats" where one.seats != other.seats: order.places(one.seats, before: other.seats)
                case "standing" where one.standing != other.standing: order.places(one.standing, before: other.standing)
                case "agency": order.places(one.name, before: other.name)
                default: one.name < other.name
                }
            }
        let page = PageOfMany(page, size: 6, total: found.count)
        let narrowed = Address("/style-guide").asking(["find": sought.isEmpty ? nil : sought])
        let (column, direction) = (order.column, order.direction.rawValue)
        let rows = found.dropFirst(page.offset).prefix(page.size).map { agency -> [HTML] in
            [HTML(text: agency.name), HTML(text: agency.standing), HTML(text: agency.seats.grouped)]
        }
        return """
            \(FilterForm(
                "Find an agency", to: "/style-guide",
                fields: [Field("find", "Name, or a part of it", value: sought)],
                keeping: [("sort", column), ("order", direction)], outcome: page.inWords("agency", "agencies") + ".",
                all: sought.isEmpty ? nil : "/style-guide"
            ).html)
            \(DataTable(
                "Agencies of a partnership",
                columns: [
                    .text("Agency", sortedAs: "agency"), .text("Standing", sortedAs: "standing"),
                    .number("Seats", sortedAs: "seats"),
                ], rows: rows, csv: "/style-guide", sorting: TableSorting(order, at: narrowed)
            ).html)
            \(Pagination(page) { number in narrowed.asking(["sort": column, "order": direction, "page": "\(number)"]) }.html)
            """
    }
}
