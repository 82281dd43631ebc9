// SPDX-License-Identifier: AGPL-3.0-or-later

/// What is in a file that Word, Excel, PowerPoint or LibreOffice made.
public struct OfficeInspection: Sendable, Hashable, Decodable {
    /// By what such a file is called: "docx".
    public enum Kind: String, Sendable, Hashable, Decodable {
        case docx, xlsx, pptx, odt, ods, odp
    }

    /// Nil of a file that is none of these.
    public let kind: Kind?
    /// What speaks against showing it to anybody, a sentence each with the place and what to do; none for a good one.
    public let problems: [String]
}
