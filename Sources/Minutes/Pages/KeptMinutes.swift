import Web

/// What keeps the page on which minutes are taken on its clerk's device, so that it opens there without a connection: until
/// they are sent round. From then on whichever page of them is opened takes it from the device.
struct KeptMinutes {
    let opened: MinutesDesk.Opened
    /// Who takes them here; nil on a page that is only read.
    var reader: String?

    private var isTaken: Bool { !opened.standing.isCirculated && opened.standing.confirmation == nil }

    var html: HTML? {
        guard isTaken else { return place(of: nil) }
        return reader.map { place(of: $0) }
    }

    private func place(of reader: String?) -> HTML {
        """
        <p class="kept-minutes" role="status" data-behaviour="kept-minutes" data-address="\(opened.address)"\
        \(reader.map { " data-reader=\"\($0)\"" })></p>
        """
    }
}
