// SPDX-License-Identifier: AGPL-3.0-or-later

/// By what a partnership's papers are printed, and what stands at the head of each of them.
public struct Printing: Sendable {
    public let press: Press
    /// Whose papers they are.
    public let partnership: String
    /// The partnership's own colour, `#1f5673`; nil is the house's.
    public let accent: String?
    /// Said at the head of every paper, as of an example; nil where nothing is.
    public let notice: String?

    public init(by press: Press, partnership: String, accent: String?, notice: String?) {
        (self.press, self.partnership, self.accent, self.notice) = (press, partnership, accent, notice)
    }
}
