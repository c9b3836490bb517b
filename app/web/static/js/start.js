// Tells the style sheet that scripts run, so that buttons which only stand in for them can go.
document.documentElement.classList.add("has-script");
