// SPDX-License-Identifier: AGPL-3.0-or-later
import Crypto
import Foundation

/// A PDF that somebody gave, ready to be shown page by page in papers: as it is, sharp and with its text.
///
/// What `carrying.py` makes of it, and `binding.py` puts into a paper.
public struct GivenPages: Sendable, Hashable {
    /// What tells the file from any other.
    let name: String
    let packed: [UInt8]

    init(of pdf: [UInt8], packed: [UInt8]) {
        (name, self.packed) = (Self.name(of: pdf), packed)
    }

    static func name(of pdf: [UInt8]) -> String { SHA256.hash(data: pdf).description }
}

/// Those that were made ready of late, least lately used out first. They may be nobody else’s to see, so they lie on no disk.
struct GivenPagesShelf {
    private struct Place {
        let pages: GivenPages
        var used: Int
    }

    let limit: Int
    private var places: [String: Place] = [:]
    private var size = 0
    private var clock = 0

    init(limit: Int) { self.limit = limit }

    subscript(name: String) -> GivenPages? {
        mutating get {
            clock += 1
            places[name]?.used = clock
            return places[name]?.pages
        }
    }

    mutating func keep(_ pages: GivenPages) {
        clock += 1
        let old = places.updateValue(Place(pages: pages, used: clock), forKey: pages.name)
        size += pages.packed.count - (old?.pages.packed.count ?? 0)
        while size > limit, let oldest = places.min(by: { $0.value.used < $1.value.used }) {
            places[oldest.key] = nil
            size -= oldest.value.pages.packed.count
        }
    }
}

extension Press {
    /// Bytes of given PDFs that one paper may show.
    public nonisolated var mostShown: Int { configuration.shownLimit }

    /// The pages of a PDF that was looked into, ready to be shown. It takes some time once, and is kept by what the file holds.
    ///
    /// - Throws: `failed` where a page cannot be shown.
    public func pages(of pdf: [UInt8]) async throws(PressError) -> GivenPages {
        if let known = shelf[GivenPages.name(of: pdf)] { return known }
        try checkSize(pdf.count)
        let pages = GivenPages(of: pdf, packed: try await answer(to: try admit(.pages(pdf))).get())
        shelf.keep(pages)
        return pages
    }
}
