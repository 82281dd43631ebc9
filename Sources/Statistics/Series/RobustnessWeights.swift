/// How much each month counts in a robust decomposition: less the further it lies from what was fitted to it.
enum RobustnessWeights {
    /// Bisquare weights of the remainders, over six times their median size.
    ///
    /// R's `stl(robust = TRUE)` takes a wrong median here, so that its weights are off by up to 0.43; statsmodels takes
    /// the right one. Where the fit is perfect all months count fully. *Source*: Cleveland and others 1990, section 3.3.
    static func of(_ values: [Double?], trend: [Double], seasonal: [Double]) -> [Double] {
        let sizes = values.indices.map { month in values[month].map { abs($0 - (trend[month] + seasonal[month])) } }
        let sorted = sizes.compactMap { $0 }.sorted()
        let middle = sorted.count / 2
        let reach = 3 * (sorted[middle] + sorted[sorted.count - middle - 1])
        return sizes.map { size in
            guard let size else { return 0 }
            if reach == 0 || size <= 0.001 * reach { return 1 }
            guard size <= 0.999 * reach else { return 0 }
            let part = size / reach
            return (1 - part * part) * (1 - part * part)
        }
    }
}
