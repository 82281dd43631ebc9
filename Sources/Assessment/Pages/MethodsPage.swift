import Web

/// `/methods`: how every figure is made, for whoever doubts one.
enum MethodsPage {
    static let page = Page(
        "How figures are made", summary: "What each figure of an assessment is, how it is worked out, and its source.",
        body: """
            <h1>How figures are made</h1>
            <p class="lead">Nobody should have to take a figure on trust. This is what each one is, and where its formula \
            comes from.</p>
            <h2 id="rows">Every row is accounted for</h2>
            <p>Each row of a police file is <em>kept</em> (it has a place), <em>without a place</em> (it belongs to the \
            force and to no district) or <em>refused</em>, with its line and the reason. Nothing is ever de-duplicated: \
            anti-social behaviour carries no crime number, and two incidents on one street in one month look alike.</p>
            <h2 id="missing">Missing is never zero</h2>
            <p>A month whose file is not here is left out of totals and breaks the line of a chart. A change is worked out \
            over the months that both periods know.</p>
            <h2 id="crime">Crime and anti-social behaviour</h2>
            <p>Anti-social behaviour is a count of incidents reported, not of crimes recorded. It is never added to crime.</p>
            <h2 id="rate">Rates</h2>
            <p>Crimes for each 1,000 residents over the months shown, not made up to a year. The 95% interval is Byar’s \
            approximation from ten crimes up (Breslow and Day, 1987) and the exact Poisson interval below. Visitors and \
            workers are not counted among residents, so town centres stand high.</p>
            <h2 id="change">Change</h2>
            <p>The number in one period over the number in the other. Its 95% interval allows for months that vary more \
            than chance alone would have them (a quasi-Poisson model; McCullagh and Nelder, 1989): without that, intervals \
            on crime are too narrow and every year looks like news. <em>More than chance</em> means that the interval \
            leaves out no change at all. No percentage is given where either number is under ten. Of two totals of \
            years, whose months are not known, nothing is said of chance, unless other months of the place tell how much they vary.</p>
            <h2 id="share">Shares</h2>
            <p>Each type’s part of all recorded crime, with Wilson’s interval (1927).</p>
            <h2 id="comparing">Comparing districts</h2>
            <p>A district’s rate stands among those of a set that is open to everybody, with its source and its version. The \
            group’s mean is the plain mean of its districts’ rates, the own one among them, so that no district weighs more \
            for being large (as HMIC compares most similar groups). A district is <em>higher</em> or \
            <em>lower</em> where it lies outside the limits of the group’s funnel, which are widened by what districts differ among \
            themselves (Spiegelhalter, 2005); it takes ten districts to tell. Two districts are <em>not told apart</em> where chance and \
            the swings of months can account for their difference, all comparisons at once allowed for (Benjamini and Hochberg, 1995). Of what follows how \
            hard somebody looks, such as drugs and weapons, we say higher or lower, never better or worse.</p>
            <h2 id="signals">Unusual months</h2>
            <p>A month is <em>unusually high</em> or <em>low</em> where its count lies outside the range that the same season of the \
            three to five years before it leads to expect, with their trend and with months that vary more than chance (Farrington \
            and others, 1996; Noufaily and others, 2013). About one month in forty lies above that range by chance, and one in forty \
            below; how many that makes is said on every page, and which months stand out even with all of them allowed for \
            (Benjamini and Hochberg, 1995). No month is held against one from before a change in what is counted.</p>
            <h2 id="places">Places</h2>
            <p>A district is what its LSOAs are named after: Thanet 001A lies in Thanet. Police data put each crime at one \
            of some 750,000 anonymous points; a point stands for several streets, and a cluster on it is not an address. \
            An area picked because it was worst is likely to be lower next time by chance alone.</p>
            <h2 id="revision">Revision</h2>
            <p>Police counts are revised. A figure is true together with its file and the day the file was received, and \
            both stand under every figure here.</p>
            """)
}
