import Publishing

extension PublishedAgenda {
    /// What a published agenda says, as data. Of what is kept from the public there is the item and no paper.
    ///
    /// - Parameter pages: the further page on which an item’s papers stand, by the item.
    init(_ contents: EditionContents, pages: [String: String], of agenda: Agenda) {
        let papers = Dictionary(
            agenda.items.flatMap(\.papers).map { ("\($0.id)", $0.content) }, uniquingKeysWith: { first, _ in first })
        self.init(
            items: contents.items.map { item in
                let isOpen = item.withholding == nil
                return Item(
                    key: item.id, number: item.number, title: item.title, isOpen: isOpen,
                    page: isOpen ? pages[item.id] : nil,
                    papers: isOpen ? item.papers.map { Paper($0, papers[$0.id]) } : [])
            })
    }
}

extension PublishedAgenda.Paper {
    init(_ paper: EditionContents.Paper, _ content: AgendaPaper.Content?) {
        var (source, file): (String?, String?)
        switch content {
        case .report(let address, _): source = address
        case .file: file = Self.file(called: paper.id)
        case .text, nil: break
        }
        self.init(
            key: paper.id, title: paper.title, sort: paper.sort, replaces: paper.replaces, source: source, file: file,
            firstPage: paper.firstPage, lastPage: paper.lastPage)
    }
}
