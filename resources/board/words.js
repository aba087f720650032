/* How days, areas and shares are written: the same as the plugin's room wording (days.py, amounts.py); a test holds
   both against each other. Plain ES5. */
(function (A) {
  "use strict";

  /* Half up on the decimal value, after what binary sums add beyond the ninth decimal is taken away. */
  A.written = function (value, decimals) {
    var clean = Number(Math.abs(value).toFixed(9)), whole = 0;
    if (clean >= 1e-6) { whole = Math.round(Number(clean + "e" + decimals)); }
    return (value < 0 && whole > 0 ? "-" : "") + Number(whole + "e-" + decimals).toFixed(decimals);
  };

  A.area = function (ha) { return A.written(ha, 4); };

  A.percent = function (share) {
    var clean = Number(share.toFixed(9));
    return A.written(Math.abs(clean) < 1e-6 ? 0 : Number(clean + "e2"), 1) + "%";
  };

  A.points = function (value) { return A.written(value, 1); };

  A.dayText = function (day) {
    var date = new Date(day * 86400000);
    function two(n) { return n < 10 ? "0" + n : String(n); }
    return date.getUTCFullYear() + "-" + two(date.getUTCMonth() + 1) + "-" + two(date.getUTCDate());
  };

  A.monthDay = function (day) { return A.dayText(day).slice(5); };

  A.monthDayZh = function (day) {
    var date = new Date(day * 86400000);
    return (date.getUTCMonth() + 1) + "月" + date.getUTCDate() + "日";
  };

  A.countdown = function (ends, day) {
    var name = A.monthDayZh(ends), left = ends - day;
    if (left === 0) { return name + "今日到期"; }
    return left > 0 ? "距" + name + "还有" + left + "天" : name + "已过" + (-left) + "天";
  };
}(ANZE));
