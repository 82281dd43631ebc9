/// How an area's neighbours compare with as many areas drawn by chance from all the others: the conditional permutation
/// test of a local statistic.
///
/// What is compared is the sum of the neighbours' values, on which both Gi* and local Moran rest once the area's own
/// value is held where it is.
public struct PermutationTest: Hashable, Sendable {
    /// How many times other areas were drawn.
    public let permutations: Int
    /// How many draws had a sum as large as the neighbours' or larger.
    public let atLeast: Int
    /// How many draws had a sum as small as the neighbours' or smaller. A draw of the same sum counts in both.
    public let atMost: Int

    /// The pseudo p-value of the side on which the neighbours lie, as maps show it: (draws as extreme + 1) over
    /// (permutations + 1), so never below 0.001 with 999. It is one-sided; see ``twoSided``.
    public var probability: Double {
        Double(min(atLeast, atMost) + 1) / Double(permutations + 1)
    }

    /// Twice ``probability``, at most 1: for whoever did not know beforehand on which side to look.
    public var twoSided: Double {
        min(1, 2 * probability)
    }
}
