// SPDX-License-Identifier: AGPL-3.0-or-later

/// What is in a PDF that somebody gave.
public struct PDFInspection: Sendable, Hashable, Decodable {
    public let pages: Int
    /// What speaks against showing it to anybody, a sentence each with the place and what to do; none for a good one.
    public let problems: [String]
    /// The words on its pages, for whoever looks for one: as far as they can be read.
    public let text: String?
}
